import type { Tx } from '#lib/platform';

/** Which of some applications hold a message that waits for the agency's answer. */
export async function unansweredAmong(tx: Tx, applicationIds: string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT application_id AS id FROM applications.conversation
      WHERE unanswered_since IS NOT NULL AND application_id = ANY($1)`,
    [applicationIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** How many applications of some agencies do. */
export async function countUnanswered(tx: Tx, agencyIds: string[]): Promise<number> {
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM applications.conversation JOIN applications.application ON id = application_id
      WHERE unanswered_since IS NOT NULL AND agency_id = ANY($1)`,
    [agencyIds],
  );
  return row?.count ?? 0;
}

/** From `at` on the agency owes an answer, unless it already did from earlier. */
export async function markUnanswered(tx: Tx, applicationId: string, at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO applications.conversation AS held (application_id, unanswered_since) VALUES ($1, $2)
     ON CONFLICT (application_id) DO UPDATE SET unanswered_since = coalesce(held.unanswered_since, $2)`,
    [applicationId, at],
  );
}

/** The agency has found that there is nothing to answer, up to the message it has seen; returns whether none came since. */
export async function settleUpTo(tx: Tx, applicationId: string, seen: string): Promise<boolean> {
  const settled: [unknown, number] = await tx.query(
    `UPDATE applications.conversation SET unanswered_since = NULL
      WHERE application_id = $1 AND EXISTS (SELECT FROM applications.message WHERE application_id = $1 AND id = $2)
        AND NOT EXISTS (
          SELECT FROM applications.message WHERE application_id = $1 AND author_kind = 'citizen'
             AND (at, id) > (SELECT at, id FROM applications.message WHERE id = $2))`,
    [applicationId, seen],
  );
  return settled[1] > 0;
}

/** The agency has answered. */
export async function settleConversation(tx: Tx, applicationId: string): Promise<void> {
  await tx.query('UPDATE applications.conversation SET unanswered_since = NULL WHERE application_id = $1', [
    applicationId,
  ]);
}
