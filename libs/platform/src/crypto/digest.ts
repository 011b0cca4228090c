import { createHash, createHmac, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of bytes or of a UTF-8 text. */
export function digest(content: Buffer | string): Buffer {
  return createHash('sha256').update(content).digest();
}

/** The RFC 8785 canonical form: the one text of a JSON value that everybody can make again. */
export function canonicalForm(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Only JSON values have a canonical form');
  return text;
}

/** A keyed index: the same text gives the same index, and without the key nobody can try the 10^12 ID numbers. */
export function blindIndex(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** An unguessable opaque token of 256 bits, base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
