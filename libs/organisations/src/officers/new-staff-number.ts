import type { Tx } from '#lib/platform';

/** The next free staff number of an agency, `000.00.12.H26-01`; two at once wait for each other until the act is done. */
export async function newStaffNumber(tx: Tx, unitCode: string): Promise<string> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`staff-number ${unitCode}`]);
  const [row]: { count: number }[] = await tx.query(
    'SELECT count(*)::int AS count FROM organisations.officer WHERE starts_with(staff_number, $1)',
    [`${unitCode}-`],
  );
  return `${unitCode}-${String((row?.count ?? 0) + 1).padStart(2, '0')}`;
}
