import { newId, type Platform, seal, type Tx, unseal } from '#lib/platform';
import type { EventActor } from '../application/event.js';

/** Letters a message or a note may have. */
export const longestMessage = 2000;

/** What somebody wrote about an application. */
export interface Message {
  id: string;
  at: Date;
  author: EventActor & { kind: 'citizen' | 'officer' };
  text: string;
}

/** Messages go to and fro between citizen and agency; notes stay between officers. */
export type WrittenTo = 'message' | 'note';

/** What was written about an application, oldest first. */
export async function readWritten(
  tx: Tx,
  platform: Platform,
  to: WrittenTo,
  applicationId: string,
): Promise<Message[]> {
  const rows: { id: string; at: Date; kind: Message['author']['kind']; author_id: string; sealed: string }[] =
    await tx.query(
      `SELECT id, at, author_kind AS kind, author_id, sealed FROM applications.${to}
        WHERE application_id = $1 ORDER BY at, id`,
      [applicationId],
    );
  return rows.map(({ id, at, kind, author_id, sealed }) => {
    const opened = unseal(platform.config.secrets.encryptionKey, place(to, id), sealed);
    const { name, text } = JSON.parse(opened) as { name: string; text: string };
    return { id, at, author: { kind, id: author_id, name }, text };
  });
}

/**
 * Keeps what was written, sealed. The same key again is the same message: returns its id and whether it was new.
 */
export async function keepWritten(
  tx: Tx,
  platform: Platform,
  to: WrittenTo,
  written: {
    applicationId: string;
    agencyId: string;
    author: Message['author'];
    text: string;
    idempotencyKey: string;
  },
): Promise<{ id: string; isNew: boolean }> {
  const { applicationId, agencyId, author, text, idempotencyKey } = written;
  const id = newId();
  const sealed = seal(
    platform.config.secrets.encryptionKey,
    place(to, id),
    JSON.stringify({ name: author.name, text }),
  );
  const at = platform.clock.now();
  await tx.query(
    `INSERT INTO applications.${to} (id, application_id, at, author_kind, author_id, agency_id, sealed, idempotency_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (application_id, author_id, idempotency_key) DO NOTHING`,
    [id, applicationId, at, author.kind, author.id, agencyId, sealed, idempotencyKey],
  );
  const [kept]: { id: string }[] = await tx.query(
    `SELECT id FROM applications.${to} WHERE application_id = $1 AND author_id = $2 AND idempotency_key = $3`,
    [applicationId, author.id, idempotencyKey],
  );
  if (!kept) throw new Error(`A ${to} about application ${applicationId} was not kept`);
  return { id: kept.id, isNew: kept.id === id };
}

const place = (to: WrittenTo, id: string) => `${to}:sealed:${id}` as const;
