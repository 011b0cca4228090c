import { isPostgresError, type Tx } from '#lib/platform';
import { Passkey } from './passkey.entity.js';
import { refusePasskey } from './refuse-passkey.js';

/** Saves a passkey that was verified. Refuses one that somebody registered before with `passkey-not-accepted`. */
export async function savePasskey(tx: Tx, passkey: Passkey): Promise<void> {
  try {
    await tx.getRepository(Passkey).insert(passkey);
  } catch (error) {
    if (!isPostgresError(error, 'unique-violation', 'passkey_credential_once')) throw error;
    refusePasskey('this credential is registered already');
  }
}
