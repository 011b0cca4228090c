import { getCertificateInfo } from '@simplewebauthn/server/helpers';
import { type DerElement, readDer } from './read-der.js';
import { attestedKey, attestingCertificate, demandSignature, type Statement } from './statement.js';

/** The extension in which an Android device describes the key, and tags of its lists (source.android.com/docs/security/features/keystore/attestation). */
const keyDescription = '1.3.6.1.4.1.11129.2.1.17';
const tag = { purpose: 1, allApplications: 600, origin: 702 };
const [purposeSign, originGenerated] = [2, 0];

/**
 * Checks a statement of Android's key store (WebAuthn Level 3, section 8.4); throws where it is not in order. Ours,
 * because the library takes the last certificate for the root, whosever it is, and asks for revocation lists wherever
 * the certificates say. Whom the chain leads to is for `checkAttestation`.
 */
export async function checkAndroidKey(statement: Statement, hash: Uint8Array<ArrayBuffer>): Promise<void> {
  const certificate = attestingCertificate(statement);
  const key = attestedKey(statement);
  const jwk = certificate.publicKey.export({ format: 'jwk' });
  const same = [
    [-2, jwk.x ?? jwk.e],
    [jwk.kty === 'RSA' ? -1 : -3, jwk.y ?? jwk.n],
  ].every(([label, part]) => {
    const value = key.get(Number(label));
    return value instanceof Uint8Array && Buffer.from(value).toString('base64url') === part;
  });
  if (!same) throw new Error('the certificate is of another key');
  const [first] = statement.certificates;
  const { extensions = [] } = getCertificateInfo(first as Uint8Array<ArrayBuffer>).parsedCertificate
    .tbsCertificate;
  const extension = extensions.find(({ extnID }) => extnID === keyDescription);
  if (!extension) throw new Error('the certificate does not describe the key');
  const [description] = readDer(new Uint8Array(extension.extnValue.buffer));
  const [challenge, , software, hardware] = readDer(description?.content ?? new Uint8Array()).slice(4);
  if (!challenge || !software || !hardware) throw new Error('the description of the key is not whole');
  if (!Buffer.from(hash).equals(challenge.content))
    throw new Error('the key was attested for something else');
  [software, hardware].forEach(checkUse);
  await demandSignature(statement, new Uint8Array(Buffer.concat([statement.authData, hash])));
}

/** Of one of the two lists: the key is for one application, to sign, and made where it is, as far as the list says. */
function checkUse(list: DerElement): void {
  const said = new Map(readDer(list.content).map(({ number, content }) => [number, content]));
  if (said.has(tag.allApplications)) throw new Error('the key is for all applications');
  const origin = said.get(tag.origin);
  if (origin && numbers(origin)[0] !== originGenerated) throw new Error('the key was brought from elsewhere');
  const purpose = said.get(tag.purpose);
  if (purpose && !numbers(readDer(purpose)[0]?.content ?? new Uint8Array()).includes(purposeSign))
    throw new Error('the key is not for signing');
}

/** The small whole numbers that stand one after the other. */
function numbers(content: Uint8Array): (number | undefined)[] {
  return readDer(content).map((element) => element.content[0]);
}
