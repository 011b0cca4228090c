import type { Platform, Tx } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import { type Link, linkOf } from './link.js';

/** What was decided on, and the application in which it began, held until the transaction ends. */
export interface Unsettled {
  /** What was decided in favour of the applicant: a complaint, or a correction. */
  complaint: Application;
  /** The complaint itself, or the first one where that was the second: what was complained about, and where. */
  link: Link;
  /** The application whose act, lateness or result it is. */
  original: Application;
}

/** What an upheld complaint or a granted correction still has to do; undefined where that is done. */
export async function holdUnsettled(tx: Tx, id: string): Promise<Unsettled | undefined> {
  await tx.query('SELECT 1 FROM applications.link WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const own = await linkOf(tx, id);
  const link = own?.kind === 'appeal' ? await linkOf(tx, own.originalId) : own;
  if (!own || !link || own.settledAt) return undefined;
  const applications = tx.getRepository(Application);
  return {
    complaint: await applications.findOneByOrFail({ id }),
    link,
    original: await applications.findOneOrFail({
      where: { id: link.originalId },
      lock: { mode: 'for_no_key_update' },
    }),
  };
}

/** Notes that it is done. */
export async function settle(tx: Tx, platform: Platform, id: string): Promise<void> {
  await tx.query('UPDATE applications.link SET settled_at = $2 WHERE id = $1', [id, platform.clock.now()]);
}
