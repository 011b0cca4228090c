import type { Tx } from '#lib/platform';

/** Whether something was done to an application with this key before. */
export async function wasDone(tx: Tx, applicationId: string, key: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM applications.event WHERE application_id = $1 AND idempotency_key = $2',
    [applicationId, key],
  );
  return rows.length > 0;
}
