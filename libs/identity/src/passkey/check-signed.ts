import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { decodeCredentialPublicKey, parseAuthenticatorData } from '@simplewebauthn/server/helpers';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { digest, type HostConfig } from '#lib/platform';
import type { ClientData } from './client-data.js';
import { refusePasskey } from './refuse-passkey.js';

/** What an authenticator says of its passkey in a valid assertion (WebAuthn Level 3, section 6.1). */
export interface Said {
  counter: number;
  backupEligible: boolean;
  backedUp: boolean;
}

/**
 * Checks what was signed, for whom, and the signature itself: section 7.2, steps 11 to 21. Refuses, or throws at bytes
 * that cannot be read. The same as `verifyAuthenticationResponse`, by the same mathematics but without WebCrypto, whose
 * four jobs on other threads cost more than all the rest (decision 12).
 */
export function checkSigned(
  response: AuthenticationResponseJSON['response'],
  clientData: ClientData,
  { origin, rpId }: Pick<HostConfig, 'origin' | 'rpId'>,
  publicKey: Buffer,
): Said {
  if (clientData.type !== 'webauthn.get') refusePasskey('the type is not webauthn.get');
  if (clientData.origin !== origin) refusePasskey('the origin is another');
  const authenticatorData = Buffer.from(response.authenticatorData, 'base64url');
  const { rpIdHash, flags, counter } = parseAuthenticatorData(new Uint8Array(authenticatorData));
  if (!digest(rpId).equals(rpIdHash)) refusePasskey('the relying party is another');
  if (!flags.up) refusePasskey('User presence is missing');
  if (!flags.uv) refusePasskey('User verification is missing');
  if (flags.bs && !flags.be) refusePasskey('backed up though it cannot be');
  const clientDataHash = createHash('sha256').update(response.clientDataJSON, 'base64url').digest();
  const signed = Buffer.concat([authenticatorData, clientDataHash]);
  if (!signatureFits(publicKey, signed, Buffer.from(response.signature, 'base64url')))
    refusePasskey('the signature does not fit');
  return { counter, backupEligible: flags.be, backedUp: flags.bs };
}

/** ES256, EdDSA and RS256 are what passkeys register with (`keyAlgorithms`); a stored key of another kind is a fault. */
function signatureFits(publicKey: Buffer, signed: Buffer, signature: Buffer): boolean {
  const cose = decodeCredentialPublicKey(new Uint8Array(publicKey)) as unknown as Map<number, unknown>;
  const text = (label: number) => Buffer.from(cose.get(label) as Uint8Array).toString('base64url');
  const keys: Record<string, () => JsonWebKey> = {
    '-7': () => ({ kty: 'EC', crv: 'P-256', x: text(-2), y: text(-3) }),
    '-8': () => ({ kty: 'OKP', crv: 'Ed25519', x: text(-2) }),
    '-257': () => ({ kty: 'RSA', n: text(-1), e: text(-2) }),
  };
  const algorithm = String(cose.get(3));
  const jwk = keys[algorithm]?.();
  if (!jwk) throw new Error(`A passkey of algorithm ${algorithm} is kept`);
  return verify(
    algorithm === '-8' ? null : 'sha256',
    signed,
    createPublicKey({ key: jwk, format: 'jwk' }),
    signature,
  );
}
