import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { readClientData, refuseForeignFrame } from '../passkey/client-data.js';
import { readAssertion } from '../passkey/read-response.js';
import type { Evidence } from './evidence.js';
import { refuseLooseSignature } from './refuse-loose-signature.js';

/**
 * Whether the evidence shows that the holder of its public key, present and verified by their device, signed this
 * digest at this origin. Needs neither network nor database; evidence in any other shape is false. That the key is
 * somebody's is another question. Of a code to a phone all that can be said is whether it was bound to this digest.
 */
export async function verifyEvidence(evidence: Evidence, digest: Buffer): Promise<boolean> {
  try {
    if (evidence.kind === 'phone-code') return evidence.digest === digest.toString('hex');
    const { credentialId, publicKey, rpId, origin, ...response } = evidence;
    const assertion = readAssertion({ id: credentialId, rawId: credentialId, type: 'public-key', response });
    refuseForeignFrame(readClientData(assertion.response.clientDataJSON));
    await refuseLooseSignature(Buffer.from(publicKey, 'base64url'), response.signature);
    const { verified } = await verifyAuthenticationResponse({
      response: assertion,
      expectedChallenge: digest.toString('base64url'),
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: {
        id: credentialId,
        publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
        counter: 0,
      },
    });
    return verified;
  } catch {
    return false;
  }
}
