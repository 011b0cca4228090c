import { COSEALG, getCertificateInfo, parseAuthenticatorData, toHash } from '@simplewebauthn/server/helpers';
import {
  algorithmOf,
  attestedKey,
  attestingCertificate,
  demandSignature,
  type Statement,
} from './statement.js';

/** TPM 2.0 Library, part 2: TPM_GENERATED_VALUE with TPM_ST_ATTEST_CERTIFY. */
const certified = Buffer.from('ff5443478017', 'hex');
const clockAndFirmwareBytes = 17 + 8;
/** By the algorithm that hashes alike. */
const nameHashes: Record<number, COSEALG> = {
  0x000b: COSEALG.ES256,
  0x000c: COSEALG.ES384,
  0x000d: COSEALG.ES512,
};
const [rsa, ecc] = [0x0001, 0x0023];
/** COSE curves of TPM_ECC_NIST_P256, _P384 and _P521. */
const curves: Record<number, number> = { 3: 1, 4: 2, 5: 3 };
const attestationKeyUsage = '2.23.133.8.3';
const subjectAltName = '2.5.29.17';
/** tcg-at-tpmManufacturer, -tpmModel and -tpmVersion in DER. */
const tpmNames = [1, 2, 3].map((last) => Buffer.from([0x06, 0x05, 0x67, 0x81, 0x05, 0x02, last]));
const modelExtension = '1.3.6.1.4.1.45724.1.1.4';

/**
 * Checks a statement of a Trusted Platform Module (WebAuthn Level 3, sections 8.3 and 8.3.1); throws where it is not in
 * order. Ours, because the library knows makers by a list of its own: here the roots on our list say who is trusted.
 */
export async function checkTpm(statement: Statement, hash: Uint8Array<ArrayBuffer>): Promise<void> {
  if (statement.field('ver') !== '2.0') throw new Error('not TPM 2.0');
  const [area, info] = [statement.bytes('pubArea'), statement.bytes('certInfo')];
  checkArea(Buffer.from(area), attestedKey(statement));
  const read = reader(Buffer.from(info));
  if (!read.take(certified.length).equals(certified))
    throw new Error('certInfo is no certification by a TPM');
  read.sized();
  const signed = new Uint8Array(Buffer.concat([statement.authData, hash]));
  const about = await toHash(signed, algorithmOf(statement));
  if (!read.sized().equals(about)) throw new Error('certInfo is about something else');
  read.take(clockAndFirmwareBytes);
  const name = read.sized();
  const hashName = nameHashes[name.length > 2 ? name.readUInt16BE() : 0];
  if (hashName === undefined) throw new Error('the name in certInfo is made with an unknown hash');
  if (!name.subarray(2).equals(await toHash(area, hashName))) throw new Error('certInfo names another key');
  checkCertificate(statement);
  await demandSignature(statement, info);
}

/** The TPM's own words for the public key say the same as WebAuthn's. */
function checkArea(area: Buffer, key: Map<number, unknown>): void {
  const read = reader(area);
  const type = read.number();
  read.take(2 + 4);
  read.sized();
  read.take(2 + 2);
  const bytes = (label: number) => Buffer.from(key.get(label) as Uint8Array);
  if (type === ecc) {
    const curve = read.number();
    read.take(2);
    const point = [read.sized(), read.sized()];
    if (key.get(1) !== 2 || curves[curve] !== key.get(-1) || !samePoint(point, [bytes(-2), bytes(-3)]))
      throw new Error('pubArea is of another key');
  } else if (type === rsa) {
    read.take(2);
    const exponent = read.take(4).readUInt32BE() || 65_537;
    if (
      key.get(1) !== 3 ||
      !read.sized().equals(bytes(-1)) ||
      exponent !== bytes(-2).readUIntBE(0, bytes(-2).length)
    )
      throw new Error('pubArea is of another key');
  } else throw new Error('pubArea is of an unknown type');
}

function samePoint(one: Buffer[], other: Buffer[]): boolean {
  return one.every((part, index) => other[index]?.equals(part));
}

/** What section 8.3.1 wants of the certificate of an attestation key. */
function checkCertificate(statement: Statement): void {
  const { keyUsage, ca } = attestingCertificate(statement);
  const info = getCertificateInfo(statement.certificates[0] as Uint8Array<ArrayBuffer>);
  const extension = (id: string) => {
    const found = info.parsedCertificate.tbsCertificate.extensions?.find(({ extnID }) => extnID === id);
    return found && Buffer.from(found.extnValue.buffer);
  };
  const names = extension(subjectAltName);
  const model = extension(modelExtension);
  const inOrder =
    info.version === 2 &&
    info.subject.combined.length === 0 &&
    !ca &&
    keyUsage?.includes(attestationKeyUsage) &&
    tpmNames.every((name) => names?.includes(name)) &&
    (!model ||
      model.subarray(2).equals(parseAuthenticatorData(statement.authData).aaguid ?? Buffer.alloc(0)));
  if (!inOrder) throw new Error('the certificate is not that of an attestation key of a TPM');
}

/** Reads a TPM structure from its beginning on; throws where it ends too early. */
function reader(bytes: Buffer) {
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new Error('a structure of the TPM ends too early');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = () => take(2).readUInt16BE();
  return { take, number, sized: () => take(number()) };
}
