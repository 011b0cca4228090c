import type { Tx } from '#lib/platform';

/** Whether an officer, by staff number, is an administrator of some agency at an instant. */
export async function isAdministrator(tx: Tx, staffNumber: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM organisations.officer_role AS held JOIN organisations.officer ON officer.id = held.officer_id
      WHERE staff_number = $1 AND role = 'administrator' AND valid_from <= $2
        AND (valid_until IS NULL OR valid_until > $2) LIMIT 1`,
    [staffNumber, at],
  );
  return rows.length > 0;
}
