import type { Tx } from '#lib/platform';
import { type Away, standInsOf } from './stand-ins.js';

/** Who stands in for whom at an agency on a legal day (YYYY-MM-DD). */
export async function standInsAt(
  tx: Tx,
  agencyId: string,
  day: string,
): Promise<Map<string, string | undefined>> {
  const away: Away[] = await tx.query(
    `SELECT officer_id AS "officerId", deputy_id AS "deputyId" FROM applications.absence
      WHERE agency_id = $1 AND from_day <= $2 AND until_day >= $2`,
    [agencyId, day],
  );
  return standInsOf(away);
}

/** Whose work at which agency. */
export interface AgencyWork {
  agencyId: string;
  officerId: string;
}

/** Whose work is an officer's on a legal day: at each agency their own and that of those they stand in for. */
export async function workOf(
  tx: Tx,
  officerId: string,
  agencyIds: string[],
  day: string,
): Promise<AgencyWork[]> {
  const away: (Away & { agencyId: string })[] = await tx.query(
    `SELECT agency_id AS "agencyId", officer_id AS "officerId", deputy_id AS "deputyId" FROM applications.absence
      WHERE agency_id = ANY($1) AND from_day <= $2 AND until_day >= $2`,
    [agencyIds, day],
  );
  return agencyIds.flatMap((agencyId) => {
    const standIns = standInsOf(away.filter((each) => each.agencyId === agencyId));
    const others = [...standIns].filter(([, standIn]) => standIn === officerId).map(([id]) => id);
    return [officerId, ...others].map((id) => ({ agencyId, officerId: id }));
  });
}

/** Rows of agency and officer in a statement, for `(agency_id, assigned_to) IN (…)`, with parameters from `$first` on. */
export function workSql(first: number): string {
  return `SELECT * FROM unnest($${first}::uuid[], $${first + 1}::uuid[])`;
}

/** The values of `workSql`, in order. */
export function workValues(work: AgencyWork[]): unknown[] {
  return [work.map(({ agencyId }) => agencyId), work.map(({ officerId }) => officerId)];
}
