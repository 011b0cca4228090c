import { Refusal, type Tx } from '#lib/platform';

/**
 * Whoever comes second is told (`application-changed`, 409); whoever took this very step before, with the same key,
 * already has what they wanted.
 */
export async function refuseUnlessRepeated(
  tx: Tx,
  act: { applicationId: string; type: string; version: number; idempotencyKey: string },
): Promise<void> {
  const repeated: unknown[] = await tx.query(
    'SELECT 1 FROM applications.event WHERE application_id = $1 AND idempotency_key = $2 AND type = $3 AND sequence = $4',
    [act.applicationId, act.idempotencyKey, act.type, act.version + 1],
  );
  if (repeated.length === 0) throw new Refusal('application-changed', 409);
}
