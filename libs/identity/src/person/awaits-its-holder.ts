import type { Tx } from '#lib/platform';

/**
 * Whether a person is known here only because a helper prepared something for them, and nobody has ever signed in as
 * them: the first passkey may be made with what opened it, the data and the phone of the register.
 */
export async function awaitsItsHolder(tx: Tx, personId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM identity.person
      WHERE id = $1 AND evidence ->> 'openedFor' = 'assistance' AND assurance <= 1 AND locked_at IS NULL
        AND NOT EXISTS (SELECT FROM identity.passkey WHERE owner_id = $1)
        AND NOT EXISTS (SELECT FROM identity.federated_identity WHERE person_id = $1)`,
    [personId],
  );
  return rows.length > 0;
}
