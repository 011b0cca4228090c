import { isPostgresError, type Tx } from '#lib/platform';
import { Passkey } from './passkey.entity.js';
import { refusePasskey } from './refuse-passkey.js';
import { refuseTooManyPasskeys } from './refuse-too-many-passkeys.js';

/**
 * Saves a passkey that was verified; give a transaction. Refuses one that somebody registered before with
 * `passkey-not-accepted` (400), and one more than an owner may have with `too-many-passkeys` (409).
 */
export async function savePasskey(tx: Tx, passkey: Passkey): Promise<void> {
  // One at a time for each owner, so that two at once cannot both be the last that is allowed.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060025))', [passkey.ownerId]);
  await refuseTooManyPasskeys(tx, passkey.audience, passkey.ownerId);
  try {
    await tx.getRepository(Passkey).insert(passkey);
  } catch (error) {
    if (!isPostgresError(error, 'unique-violation', 'passkey_credential_once')) throw error;
    refusePasskey('this credential is registered already');
  }
}
