import type { Platform, Tx } from '#lib/platform';
import { hostOf } from '../audience.js';
import { refusePasskey } from '../passkey/refuse-passkey.js';
import { verifyAssertion } from '../passkey/verify-assertion.js';
import type { Signing } from './begin-signing.js';
import type { PasskeyEvidence } from './evidence.js';

/**
 * Checks that a passkey of the owner has just signed exactly this digest, and returns the evidence to keep.
 * `assertion` is the field of that name of the posted form, or the object itself. Give the pool as `tx`, before the
 * transaction that stores the evidence: then the challenge is used up even when the assertion is refused.
 * Refuses 'passkey-not-accepted' (400).
 */
export async function finishSigning(
  tx: Tx,
  platform: Platform,
  signing: Signing & { assertion: unknown },
): Promise<PasskeyEvidence> {
  const { audience, ownerId, assertion } = signing;
  const claim = { audience, purpose: 'sign', ownerId, assertion } as const;
  const { passkey, response, digest } = await verifyAssertion(tx, platform, claim);
  if (!digest?.equals(signing.digest)) refusePasskey('what was signed is not what is filed');
  const { rpId, origin } = hostOf(platform, audience);
  return {
    credentialId: passkey.credentialId.toString('base64url'),
    publicKey: passkey.publicKey.toString('base64url'),
    authenticatorData: response.authenticatorData,
    clientDataJSON: response.clientDataJSON,
    signature: response.signature,
    ...(response.userHandle && { userHandle: response.userHandle }),
    rpId,
    origin,
    passkeyName: passkey.name,
    at: platform.clock.now().toISOString(),
  };
}
