import { type Platform, Refusal, type Tx } from '#lib/platform';
import { hostOf } from '../audience.js';
import { refusePasskey } from '../passkey/refuse-passkey.js';
import { checkAssertion } from '../passkey/check-assertion.js';
import { type PasskeyUse, useOf } from '../passkey/note-use.js';
import type { Signing } from './begin-signing.js';
import type { PasskeyEvidence } from './evidence.js';
import { refuseLooseSignature } from './refuse-loose-signature.js';

/**
 * Checks that a passkey of the owner has just signed exactly this digest, and returns the evidence to keep.
 * `assertion` is the field of that name of the posted form, or the object itself. Give the transaction that stores the
 * evidence: what then fails gives the signature back, to be sent again. One that is not accepted (`passkey-not-accepted`,
 * 400) is returned as its refusal, for the transaction to end with it as usual: it is used up.
 */
export async function finishSigning(
  tx: Tx,
  platform: Platform,
  signing: Signing & { assertion: unknown },
): Promise<PasskeyEvidence | Refusal> {
  try {
    const { evidence, use } = await checkSigning(tx, platform, signing);
    await use.note(tx);
    return evidence;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/**
 * The same before any transaction, so that a challenge is used up whatever comes of it: refuses what is not accepted, and
 * that the passkey was used is for the caller to keep, beside what was signed or without it.
 */
export async function checkSigning(
  tx: Tx,
  platform: Platform,
  signing: Signing & { assertion: unknown },
): Promise<{ evidence: PasskeyEvidence; use: PasskeyUse }> {
  const { audience, ownerId, assertion } = signing;
  const claim = { audience, purpose: 'sign', ownerId, assertion } as const;
  const { passkey, response, digest } = await checkAssertion(tx, platform, claim);
  if (!digest?.equals(signing.digest)) {
    await useOf(passkey).note(tx);
    refusePasskey('what was signed is not what is filed');
  }
  await refuseLooseSignature(passkey.publicKey, response.signature);
  const { rpId, origin } = hostOf(platform, audience);
  const evidence: PasskeyEvidence = {
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
  return { evidence, use: useOf(passkey) };
}
