import type { Tx } from '#lib/platform';

/** One time that an officer's identity was noted; `name` of the administrator, null for the system. */
export interface NotedIdentity {
  at: Date;
  name: string | null;
  householdSize: number;
}

/** Every time an officer's identity was noted, newest first. */
export function changesOf(tx: Tx, officerId: string): Promise<NotedIdentity[]> {
  return tx.query(
    `SELECT at, full_name AS name, household_size AS "householdSize"
      FROM organisations.officer_identity_change change
      LEFT JOIN organisations.officer officer ON officer.id = changed_by
      WHERE officer_id = $1 ORDER BY at DESC, change.id DESC`,
    [officerId],
  );
}
