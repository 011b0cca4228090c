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
  const handle = passkeys[0]?.userHandle;
  return (
    handle && {
      rpID: hostOf(platform, audience).rpId,
      userID: handle.toString('base64url'),
      allAcceptedCredentialIDs: passkeys.map(({ credentialId }) => credentialId.toString('base64url')),
    }
  );
}
