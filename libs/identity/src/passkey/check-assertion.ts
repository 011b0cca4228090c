import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Platform, Tx } from '#lib/platform';
import { hostOf } from '../audience.js';
import { checkForRisk } from './check-for-risk.js';
import { readClientData, refuseForeignFrame } from './client-data.js';
import { consumeAndFind, type FoundPasskey } from './consume-and-find.js';
import type { ChallengeClaim } from './consume-challenge.js';
import type { Passkey } from './passkey.entity.js';
import { readAssertion } from './read-response.js';
import { orRefuse, refusePasskey } from './refuse-passkey.js';

export interface CheckedAssertion {
  /** As it is after this use. */
  passkey: Passkey;
  /** What the authenticator and the browser said, base64url. */
  response: AuthenticationResponseJSON['response'];
  /** What was signed, for the purpose `sign`. */
  digest: Buffer | null;
}

/**
 * Checks an assertion (WebAuthn Level 3, section 7.2). That the passkey was used is noted by whoever asked: `noteUse`.
 * Give the pool as `tx` where the challenge must be used up even when the rest fails.
 * Refuses, whatever is wrong, with `passkey-not-accepted` (400).
 */
export async function checkAssertion(
  tx: Tx,
  platform: Platform,
  claim: ChallengeClaim & { assertion: unknown },
): Promise<CheckedAssertion> {
  const assertion = readAssertion(claim.assertion);
  const clientData = readClientData(assertion.response.clientDataJSON);
  const answer = { challenge: clientData.challenge, credentialId: assertion.id };
  const { challenge, found } = await consumeAndFind(tx, platform, answer, claim);
  refuseForeignFrame(clientData);
  const host = hostOf(platform, claim.audience);
  const { verified, authenticationInfo: said } = await orRefuse(() =>
    verifyAuthenticationResponse({
      response: assertion,
      expectedChallenge: clientData.challenge,
      expectedOrigin: host.origin,
      expectedRPID: host.rpId,
      requireUserVerification: true,
      // Counter 0: the library would throw at a counter that went back, and before it checks the signature.
      credential: { id: assertion.id, publicKey: new Uint8Array(found.publicKey), counter: 0 },
    }),
  );
  if (!verified) refusePasskey('the signature does not fit');
  const passkey = knownPasskey(found, claim);
  await checkForRisk(tx, platform, {
    passkey,
    counter: said.newCounter,
    backupEligible: said.credentialDeviceType === 'multiDevice',
    userHandle: assertion.response.userHandle,
    // Before sign-in the handle says who it is; later a security key may leave it out.
    userHandleNeeded: claim.purpose === 'sign-in',
  });
  const used = {
    signCount: String(Math.max(said.newCounter, Number(passkey.signCount))),
    backedUp: said.credentialBackedUp,
    lastUsedAt: platform.clock.now(),
  };
  return { passkey: { ...passkey, ...used }, response: assertion.response, digest: challenge.digest };
}

function knownPasskey(found: FoundPasskey, claim: ChallengeClaim): Passkey {
  if (found.is !== 'known')
    return refusePasskey('the passkey was removed', found.is === 'removed' ? 'removed' : 'refused');
  if (claim.ownerId !== undefined && found.passkey.ownerId !== claim.ownerId)
    refusePasskey('the passkey is of another owner');
  return found.passkey;
}
