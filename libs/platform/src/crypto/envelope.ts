import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { digest } from './digest.js';

/** Where a sealed value lives; bound into the seal, so that a value moved to another row does not open. */
export type SealPlace = `${string}:${string}:${string}`;

/**
 * Envelope encryption: AES-256-GCM with a key of its own for each value, wrapped by the key-encrypting key.
 * Shape: `v1.<key id>.<wrapped key>.<sealed text>`, base64url; each part is nonce, ciphertext, tag (NIST SP 800-38D).
 * Rotating the key-encrypting key rewraps the value keys and leaves the texts alone.
 */
export function seal(keyEncryptingKey: Buffer, place: SealPlace, text: string): string {
  const valueKey = randomBytes(32);
  const wrapped = encrypt(keyEncryptingKey, place, valueKey);
  return `v1.${keyId(keyEncryptingKey)}.${wrapped}.${encrypt(valueKey, place, Buffer.from(text, 'utf8'))}`;
}

/** Opens what `seal` closed. Throws (a fault) when the key, the place or a single bit differs. */
export function unseal(keyEncryptingKey: Buffer, place: SealPlace, sealed: string): string {
  const [version, id, wrapped, text] = sealed.split('.');
  if (version !== 'v1' || id !== keyId(keyEncryptingKey) || !wrapped || !text)
    throw new Error(`Sealed value of version ${version} and key ${id} cannot be opened here`);
  return decrypt(decrypt(keyEncryptingKey, place, wrapped), place, text).toString('utf8');
}

function encrypt(key: Buffer, place: SealPlace, bytes: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

function decrypt(key: Buffer, place: SealPlace, part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

/** Tells keys apart without telling anything about them. */
function keyId(key: Buffer): string {
  return digest(key).subarray(0, 4).toString('hex');
}
