import type { Tx } from '#lib/platform';

/** Officer ids of everybody who ever saved a text of a draft revision, which begins with what was approved last. */
export async function authorsOf(tx: Tx, draftId: string): Promise<ReadonlySet<string>> {
  const rows: { by: string }[] = await tx.query(
    'SELECT DISTINCT saved_by AS by FROM designing.saved_text WHERE draft_id = $1',
    [draftId],
  );
  return new Set(rows.map(({ by }) => by));
}
