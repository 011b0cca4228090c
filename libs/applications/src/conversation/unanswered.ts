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

/** The agency has answered, or found that there is nothing to answer. */
export async function settleConversation(tx: Tx, applicationId: string): Promise<void> {
  await tx.query('UPDATE applications.conversation SET unanswered_since = NULL WHERE application_id = $1', [
    applicationId,
  ]);
}
