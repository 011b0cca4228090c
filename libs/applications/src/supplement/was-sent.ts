import type { Tx } from '#lib/platform';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the answer written in a draft was sent to an application: the draft's id is then the key of the act. */
export async function wasSent(tx: Tx, applicationId: string, draftId: string): Promise<boolean> {
  if (!uuid.test(applicationId)) return false;
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM applications.event WHERE application_id = $1 AND idempotency_key = $2',
    [applicationId, draftId],
  );
  return rows.length > 0;
}
