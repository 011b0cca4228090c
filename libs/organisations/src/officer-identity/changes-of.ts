import type { Tx } from '#lib/platform';

/** One time that an officer's identity was noted; `names` of the administrators, none for the system. */
export interface NotedIdentity {
  at: Date;
  names: string[];
  householdSize: number;
}

/** What the population register said last of an officer. */
export interface RegisterAnswer {
  known: boolean;
  at: Date;
}

/** What the register said last of an officer; `null` where it has not answered, undefined where nothing is noted. */
export async function registerAnswer(tx: Tx, officerId: string): Promise<RegisterAnswer | null | undefined> {
  const [row]: { known: boolean | null; at: Date | null }[] = await tx.query(
    'SELECT known, answered_at AS at FROM organisations.officer_lookup WHERE officer_id = $1',
    [officerId],
  );
  return row && (row.at === null || row.known === null ? null : { known: row.known, at: row.at });
}

/** Every time an officer's identity was noted, newest first. */
export function changesOf(tx: Tx, officerId: string): Promise<NotedIdentity[]> {
  return tx.query(
    `SELECT at, household_size AS "householdSize",
        array_remove(ARRAY[entered.full_name, confirmed.full_name], NULL) AS names
      FROM organisations.officer_identity_change change
      LEFT JOIN organisations.officer entered ON entered.id = changed_by
      LEFT JOIN organisations.officer confirmed ON confirmed.id = confirmed_by
      WHERE officer_id = $1 ORDER BY at DESC, change.id DESC`,
    [officerId],
  );
}
