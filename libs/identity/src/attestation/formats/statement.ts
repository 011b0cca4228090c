import { X509Certificate } from 'node:crypto';
import {
  type COSEALG,
  cose,
  decodeAttestationObject,
  decodeCredentialPublicKey,
  isoBase64URL,
  parseAuthenticatorData,
  toHash,
  verifySignature,
} from '@simplewebauthn/server/helpers';
import { decodePartialCBOR } from '@levischuck/tiny-cbor';

/** Every format WebAuthn Level 3, section 8 defines, but those that are out of use (SafetyNet) or wrap others (compound). */
const formats = ['none', 'packed', 'tpm', 'android-key', 'apple', 'fido-u2f'] as const;

/** Longer chains are not made by makers of authenticators; each link costs a signature check. */
const longestChain = 4;

/** What an authenticator says of a new passkey, read but not yet believed. */
export interface Statement {
  format: (typeof formats)[number];
  /** In DER, the attesting one first; none where a passkey attests itself or nothing. */
  certificates: Uint8Array<ArrayBuffer>[];
  authData: Uint8Array<ArrayBuffer>;
  /** A field of the statement that is bytes; throws where it is not. */
  bytes(name: string): Uint8Array<ArrayBuffer>;
  /** Any field of the statement. */
  field(name: string): unknown;
}

/**
 * Reads an attestation object in base64url; throws at a format that is none of ours, at what has not its shape, and at
 * more than one item of CBOR (RFC 8949), of which the library reads the first.
 */
export function readStatement(attestationObject: string): Statement {
  const whole = isoBase64URL.toBuffer(attestationObject);
  const decoded = decodeAttestationObject(whole);
  if (decodePartialCBOR(whole, 0)[1] !== whole.length) throw new Error('bytes follow the attestation object');
  const named: string = decoded.get('fmt');
  const format = formats.find((each) => each === named);
  if (!format) throw new Error('an attestation of a format that is not checked');
  const fields = decoded.get('attStmt') as unknown as Map<string, unknown>;
  const field = (name: string) => fields.get(name);
  const certificates = field('x5c') ?? [];
  if (!Array.isArray(certificates) || !certificates.every(isBytes))
    throw new Error('x5c is not a list of bytes');
  if (certificates.length > longestChain) throw new Error('x5c is longer than any maker makes it');
  const bytes = (name: string) => {
    const value = field(name);
    if (!isBytes(value)) throw new Error(`${name} is not bytes`);
    return value;
  };
  return { format, certificates, authData: decoded.get('authData'), bytes, field };
}

function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array;
}

/** The public key that is attested, as a COSE map (RFC 9052). */
export function attestedKey({ authData }: Statement): Map<number, unknown> {
  const { credentialPublicKey } = parseAuthenticatorData(authData);
  if (!credentialPublicKey) throw new Error('no key is attested');
  return decodeCredentialPublicKey(credentialPublicKey) as unknown as Map<number, unknown>;
}

/** The attesting certificate; throws without one. */
export function attestingCertificate({ certificates: [first] }: Statement): X509Certificate {
  if (!first) throw new Error('no certificate attests it');
  return new X509Certificate(first);
}

/** SHA-256 of what the browser said. */
export function clientDataHash(clientDataJson: string): Promise<Uint8Array<ArrayBuffer>> {
  return toHash(isoBase64URL.toBuffer(clientDataJson));
}

/** Throws unless the attesting certificate's key signed the data, by the algorithm the statement names. */
export async function demandSignature(statement: Statement, data: Uint8Array<ArrayBuffer>): Promise<void> {
  const [x509Certificate] = statement.certificates;
  const hashAlgorithm = algorithmOf(statement);
  if (!x509Certificate) throw new Error('no certificate attests it');
  const signature = statement.bytes('sig');
  if (!(await verifySignature({ signature, data, x509Certificate, hashAlgorithm })))
    throw new Error('the signature of the attestation does not fit');
}

/** The COSE algorithm a statement says that it was signed with. */
export function algorithmOf(statement: Statement): COSEALG {
  const algorithm = statement.field('alg');
  if (!cose.isCOSEAlg(algorithm as number)) throw new Error('alg names no algorithm');
  return algorithm as COSEALG;
}
