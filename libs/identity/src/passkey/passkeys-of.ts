import { randomBytes } from 'node:crypto';
import type { Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import { Passkey } from './passkey.entity.js';

/** The passkeys of an owner, oldest first. */
export function passkeysOf(tx: Tx, audience: Audience, ownerId: string): Promise<Passkey[]> {
  return tx
    .getRepository(Passkey)
    .find({ where: { audience, ownerId }, order: { createdAt: 'ASC', id: 'ASC' } });
}

/** The user handle of an owner: that of the passkeys there are, else a new one. */
export function userHandleOf(passkeys: Passkey[]): Buffer {
  return passkeys[0]?.userHandle ?? randomBytes(64);
}
