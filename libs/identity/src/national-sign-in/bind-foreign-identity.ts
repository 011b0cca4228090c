import { type Platform, Refusal, type Tx, unseal } from '#lib/platform';
import { counterCodeIndex, pendingNamePlace } from './await-counter.js';
import { tellOfBinding } from './tell-of-binding.js';

/** A foreign identity whose holder stands at a counter. */
export interface PendingForeignIdentity {
  issuer: string;
  subject: string;
  /** As the foreign provider says it: to be compared with the passport or residence card. */
  name: string;
}

/** The identity of a code shown at a counter, however it is spaced; undefined where there is none, or no more. */
export async function pendingForeignIdentity(
  tx: Tx,
  platform: Platform,
  code: string,
): Promise<PendingForeignIdentity | undefined> {
  const index = counterCodeIndex(platform, code.replace(/\D/g, ''));
  const [row]: { issuer: string; subject: string; nameSealed: string }[] = await tx.query(
    `SELECT issuer, subject, name_sealed AS "nameSealed" FROM identity.pending_federation
      WHERE code_index = $1 AND expires_at > $2`,
    [index, platform.clock.now()],
  );
  if (!row) return undefined;
  const { encryptionKey } = platform.config.secrets;
  const name = unseal(encryptionKey, pendingNamePlace(index), row.nameSealed);
  return { issuer: row.issuer, subject: row.subject, name };
}

/**
 * Binds a foreign identity to the person whose passport or residence card an officer has compared: from now on it signs
 * in as them. The code is used up and the person told.
 * Refuses 'foreign-identity-bound' (409) where it, or the person at this provider, is bound already.
 */
export async function bindForeignIdentity(
  tx: Tx,
  platform: Platform,
  binding: { issuer: string; subject: string; personId: string; officerId: string },
): Promise<void> {
  const { issuer, subject, personId, officerId } = binding;
  const now = platform.clock.now();
  const rows: unknown[] = await tx.query(
    `INSERT INTO identity.federated_identity (issuer, subject, person_id, bound_by, officer_id, bound_at)
      VALUES ($1, $2, $3, 'counter', $4, $5) ON CONFLICT DO NOTHING RETURNING subject`,
    [issuer, subject, personId, officerId, now],
  );
  if (rows.length === 0) throw new Refusal('foreign-identity-bound', 409);
  await tx.query('DELETE FROM identity.pending_federation WHERE issuer = $1 AND subject = $2', [
    issuer,
    subject,
  ]);
  await tellOfBinding(tx, personId, now, 'foreign');
}
