import {
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Platform } from '#lib/platform';
import { needsAttestation } from '../attestation/check-attestation.js';
import { type Audience, hostOf } from '../audience.js';
import type { Passkey } from './passkey.entity.js';

/**
 * EdDSA, ES256 and RS256 (RFC 9053). Named, because on newer Node the library would offer ML-DSA-44 first, and
 * such a key stops working when the server goes back to an older one.
 */
export const keyAlgorithms = [-8, -7, -257];

/** How long the browser may take. WebAuthn Level 3, section 15.1 recommends 5 to 10 minutes. */
const timeoutMilliseconds = 300_000;

type Known = Pick<Passkey, 'credentialId' | 'transports'>;

/** What a browser needs to create a passkey. `excluded`: those the owner has, so that none is made twice on a device. */
export function registrationOptions(
  platform: Platform,
  audience: Audience,
  wish: { challenge: Buffer; userHandle: Buffer; name: string; siteName: string; excluded: Known[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: wish.siteName,
    rpID: hostOf(platform, audience).rpId,
    userName: wish.name,
    userDisplayName: wish.name,
    userID: new Uint8Array(wish.userHandle),
    challenge: new Uint8Array(wish.challenge),
    timeout: timeoutMilliseconds,
    attestationType: needsAttestation(platform, audience) ? 'direct' : 'none',
    excludeCredentials: wish.excluded.map(descriptor),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: keyAlgorithms,
  });
}

/** What a browser needs to use a passkey: one of `allowed`, or, before sign-in, any that it has for us. */
export function requestOptions(
  platform: Platform,
  audience: Audience,
  wish: { challenge: Buffer; allowed: Known[] },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: hostOf(platform, audience).rpId,
    challenge: new Uint8Array(wish.challenge),
    timeout: timeoutMilliseconds,
    userVerification: 'required',
    allowCredentials: wish.allowed.map(descriptor),
  });
}

function descriptor({ credentialId, transports }: Known) {
  return { id: credentialId.toString('base64url'), transports: transports as AuthenticatorTransport[] };
}
