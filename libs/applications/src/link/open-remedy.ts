import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import type { Link } from './link.js';
import { type Remedy, remediesOf, timeLeft } from './remedies.js';

type Wanted = Pick<Link, 'kind' | 'act' | 'remote'>;

/**
 * What somebody wants to file about an application, if it is open to them now. Refuses what there is no ground for
 * (`remedy-not-open`, 409), whose time is over (`remedy-too-late`, 422), and what has been filed already
 * (`remedy-filed`, 409): of a complaint about one act there is one, unless it was withdrawn; of others one at a time.
 * `draftId` is the draft it is filed from.
 */
export async function openRemedy(
  tx: Tx,
  platform: Platform,
  original: Application,
  wanted: Wanted,
  draftId: string | null = null,
): Promise<Remedy> {
  const now = platform.clock.now();
  const all = remediesOf(original, await readEvents(tx, platform, original.id), now);
  const remedy = all.find(({ kind, act }) => kind === wanted.kind && act === wanted.act);
  if (!remedy) throw new Refusal('remedy-not-open', 409);
  const left = timeLeft(remedy, now);
  if (left === 'no' || (left === 'remote' && !wanted.remote)) throw new Refusal('remedy-too-late', 422);
  const filed = await filedRemedy(tx, original.id, wanted);
  if (filed && filed !== draftId) throw new Refusal('remedy-filed', 409);
  return remedy;
}

/** The application that stands in the way of filing the same once more. */
export async function filedRemedy(
  tx: Tx,
  originalId: string,
  { kind, act }: Pick<Wanted, 'kind' | 'act'>,
): Promise<string | undefined> {
  const [row]: { id: string }[] = await tx.query(
    `SELECT id FROM applications.link JOIN applications.application USING (id)
      WHERE original_id = $1 AND kind = $2 AND act IS NOT DISTINCT FROM $3
        AND (waits_for <> 'nobody' OR (act IS NOT NULL AND status <> 8))`,
    [originalId, kind, act],
  );
  return row?.id;
}
