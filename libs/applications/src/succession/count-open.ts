import type { Tx } from '#lib/platform';

/** How many open applications lie with each of some agencies; those with none are not named. */
export async function countOpen(tx: Tx, agencyIds: string[]): Promise<Map<string, number>> {
  const rows: { agencyId: string; open: number }[] = await tx.query(
    `SELECT agency_id AS "agencyId", count(*)::int AS open FROM applications.application
      WHERE agency_id = ANY($1) AND waits_for <> 'nobody' GROUP BY 1 ORDER BY 1`,
    [agencyIds],
  );
  return new Map(rows.map(({ agencyId, open }) => [agencyId, open]));
}
