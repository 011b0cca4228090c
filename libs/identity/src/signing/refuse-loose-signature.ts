import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import { readDer } from '../attestation/formats/read-der.js';
import { orRefuse, refusePasskey } from '../passkey/refuse-passkey.js';

/**
 * Refuses the signature of an elliptic curve that is not in DER to the last byte (WebAuthn Level 3, section 6.5.5). Our
 * library overlooks what else is written into it; strict verifiers do not, and evidence is for them too.
 */
export async function refuseLooseSignature(publicKey: Buffer, signature: string): Promise<void> {
  if (!cose.isCOSEPublicKeyEC2(decodeCredentialPublicKey(new Uint8Array(publicKey)))) return;
  const bytes = Buffer.from(signature, 'base64url');
  const written = await orRefuse(async () => {
    const [sequence] = readDer(bytes);
    const numbers = readDer(sequence?.content ?? bytes).map(({ content }) => shortest(content));
    return element(0x30, Buffer.concat(numbers.map((number) => element(0x02, number))));
  });
  if (!written.equals(bytes)) refusePasskey('the signature is not in DER');
}

/** A number above zero in as few bytes as can be, the first of them below 128. */
function shortest(number: Uint8Array): Uint8Array {
  const from = number.findIndex((byte) => byte !== 0);
  const bytes = number.subarray(Math.max(from, 0));
  return Number(bytes[0]) < 128 ? bytes : Buffer.concat([Buffer.of(0), bytes]);
}

/** Of fewer than 128 bytes, as all are that P-256 needs. */
function element(tag: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(tag, content.length), content]);
}
