import { createPublicKey } from 'node:crypto';
import { decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import { refusePasskey } from './refuse-passkey.js';

/** Labels and values of COSE keys (RFC 9052, RFC 9053). */
const label = { type: 1, curve: -1, modulus: -1 };
const curves: Record<number, { type: number; curve: number }> = {
  [-8]: { type: 1, curve: 6 },
  [-7]: { type: 2, curve: 1 },
};
const rsa = 3;

/**
 * Refuses a key that an algorithm of ours does not go with: EdDSA means Ed25519 here, for Ed448 would register and
 * then never verify; ES256 means P-256; RSA has at least 2048 bits.
 */
export function refuseForeignKey(publicKey: Uint8Array): void {
  const key = decodeCredentialPublicKey(new Uint8Array(publicKey)) as unknown as Map<number, unknown>;
  const expected = curves[Number(key.get(3))];
  const fits = expected
    ? key.get(label.type) === expected.type && key.get(label.curve) === expected.curve
    : key.get(label.type) === rsa && bitsOf(key.get(label.modulus)) >= 2048;
  if (!fits) refusePasskey('the key is not one that goes with its algorithm');
  if (key.get(label.type) === 2 && !isOnCurve(key)) refusePasskey('the key is no point of its curve');
}

/** A key that is none would be kept, count as the last one, and never verify. */
function isOnCurve(key: Map<number, unknown>): boolean {
  const [x, y] = [key.get(-2), key.get(-3)];
  if (!(x instanceof Uint8Array && y instanceof Uint8Array)) return false;
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: base64url(x), y: base64url(y) }, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}

function bitsOf(modulus: unknown): number {
  if (!(modulus instanceof Uint8Array)) return 0;
  const first = modulus.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (modulus.length - first - 1) * 8 + (modulus[first] ?? 0).toString(2).length;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
