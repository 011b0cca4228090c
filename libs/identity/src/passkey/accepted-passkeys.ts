import type { Platform, Tx } from '#lib/platform';
import { type Audience, hostOf } from '../audience.js';
import { passkeysOf } from './passkeys-of.js';

/** The passkeys of an owner as the browser's `signalAllAcceptedCredentials` wants them: base64url. For the owner alone. */
export interface AcceptedPasskeys {
  rpID: string;
  userID: string;
  allAcceptedCredentialIDs: string[];
}

/** What the browser of a signed-in owner may tell the keepers of passkeys. */
export async function acceptedPasskeys(
  tx: Tx,
  platform: Platform,
  audience: Audience,
  ownerId: string,
): Promise<AcceptedPasskeys | undefined> {
  const passkeys = await passkeysOf(tx, audience, ownerId);
  const ids = passkeys.map(({ credentialId }) => credentialId);
  return passkeys[0] && asAccepted(platform, audience, passkeys[0].userHandle, ids);
}

/** The same, of what is known already. */
export function asAccepted(
  platform: Platform,
  audience: Audience,
  userHandle: Buffer,
  credentialIds: Buffer[],
): AcceptedPasskeys {
  return {
    rpID: hostOf(platform, audience).rpId,
    userID: userHandle.toString('base64url'),
    allAcceptedCredentialIDs: credentialIds.map((id) => id.toString('base64url')),
  };
}
