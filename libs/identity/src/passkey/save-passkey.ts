import { isPostgresError, type Tx } from '#lib/platform';
import { lockPasskeys } from './lock-passkeys.js';
import { Passkey } from './passkey.entity.js';
import { passkeysOf } from './passkeys-of.js';
import { refusePasskey } from './refuse-passkey.js';
import { refuseTooManyPasskeys } from './refuse-too-many-passkeys.js';

/**
 * Saves a passkey that was verified, and returns it as it is saved: the second of a name gets a number. Give a transaction.
 * Refuses one that somebody registered before with `passkey-not-accepted` (400), and one more than an owner may have with
 * `too-many-passkeys` (409).
 */
export async function savePasskey(tx: Tx, passkey: Passkey): Promise<Passkey> {
  // One at a time for each owner, so that two at once cannot both be the last that is allowed.
  await lockPasskeys(tx, passkey.ownerId);
  await refuseTooManyPasskeys(tx, passkey.audience, passkey.ownerId);
  try {
    const saved = { ...passkey, name: await freeName(tx, passkey) };
    await tx.getRepository(Passkey).insert(saved);
    return saved;
  } catch (error) {
    if (!isPostgresError(error, 'unique-violation', 'passkey_credential_once')) throw error;
    return refusePasskey('this credential is registered already');
  }
}

async function freeName(tx: Tx, { audience, ownerId, name }: Passkey): Promise<string | null> {
  if (name === null) return null;
  const taken = new Set((await passkeysOf(tx, audience, ownerId)).map((each) => each.name));
  let free = name;
  for (let nth = 2; taken.has(free); nth++) free = `${name} ${nth}`;
  return free;
}
