import type { Tx } from '#lib/platform';

/** One time that an officer's identity was noted; `names` of the administrators, none for the system. */
export interface NotedIdentity {
  at: Date;
  names: string[];
  householdSize: number;
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
