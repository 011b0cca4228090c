import { createECDH, hkdfSync } from 'node:crypto';

/**
 * Test vectors of WebAuthn Level 3, section 16: RP id `example.org`, origin `https://example.org`. They are derived as
 * the specification says, by HKDF-SHA-256 from 'WebAuthn test vectors', and carry its published signatures.
 */
function derived(info: string, salt: number, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', 'WebAuthn test vectors', Buffer.from([salt]), info, length));
}

const rpIdHash = Buffer.from('bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b5', 'hex');

interface Vector {
  challenge: Buffer;
  id: string;
  /** COSE key. */
  publicKey?: Buffer;
  response: Record<string, string>;
}

/** A registration with no attestation and an ES256 key; the salts are numbered in the order of the specification. */
function noneRegistration(
  info: string,
  lengths: { id: number; extraData: boolean },
  crossOrigin = false,
): Vector {
  let salt = 0;
  const next = (length: number) => derived(info, salt++, length);
  const challenge = next(32);
  const key = createECDH('prime256v1');
  key.setPrivateKey(next(32));
  next(1);
  const extra = lengths.extraData ? next(16) : undefined;
  const aaguid = next(16);
  const id = next(lengths.id);
  const flags = 0x41 | ((next(1)[0] ?? 0) & flagsDrawn);
  const point = key.getPublicKey();
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    point.subarray(1, 33),
    Buffer.from('225820', 'hex'),
    point.subarray(33),
  ]);
  const length = Buffer.from([id.length >> 8, id.length & 0xff]);
  const backup = flags & 8 ? flags : flags & ~16;
  const authData = Buffer.concat([
    rpIdHash,
    Buffer.from([backup]),
    Buffer.alloc(4),
    aaguid,
    length,
    id,
    cose,
  ]);
  const size =
    authData.length < 256 ? [0x58, authData.length] : [0x59, authData.length >> 8, authData.length & 0xff];
  const attestationObject = Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
    Buffer.from(size),
    authData,
  ]);
  const clientDataJSON = clientData('webauthn.create', challenge, crossOrigin, extra);
  return {
    challenge,
    id: id.toString('base64url'),
    publicKey: cose,
    response: base64url({ attestationObject, clientDataJSON }),
  };
}

/** User verification, backup eligibility and backup state are drawn at random: the bits of the flags themselves. */
const flagsDrawn = 0x04 | 0x08 | 0x10;

function clientData(type: string, challenge: Buffer, crossOrigin: boolean, extra?: Buffer): Buffer {
  const fields = {
    type,
    challenge: challenge.toString('base64url'),
    origin: 'https://example.org',
    crossOrigin,
  };
  const sentence = 'clientDataJSON may be extended with additional fields in the future, such as this: ';
  return Buffer.from(
    JSON.stringify({ ...fields, ...(extra && { extraData: `${sentence}${extra.toString('base64url')}` }) }),
  );
}

function base64url(fields: Record<string, Buffer>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, bytes]) => [name, bytes.toString('base64url')]),
  );
}

const longId = 'none.ES256.long-credential-id';

/** Section 16.2: the user is not verified. */
export const noneEs256 = noneRegistration('none.ES256', { id: 32, extraData: true });

/** Section 16.3: self attestation, the user verified. Published whole, for its signature is random. */
export const selfAttested: Vector = {
  challenge: derived('packed-self.ES256', 0, 32),
  id: derived('packed-self.ES256', 5, 32).toString('base64url'),
  response: base64url({
    clientDataJSON: clientData(
      'webauthn.create',
      derived('packed-self.ES256', 0, 32),
      false,
      derived('packed-self.ES256', 3, 16),
    ),
    attestationObject: Buffer.from(
      'a363666d74667061636b65646761747453746d74a263616c672663736967584630440220067a20754ab925005dbf378097c92120031581c73228d1fb4f5b881bcd7da98302207fc7b147558c7c0eba3af18bd9d121fa3d3a26d17fe3f220272178f473b6006d68617574684461746158a4bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b55d00000000df850e09db6afbdfab51697791506cfc0020455ef34e2043a87db3d4afeb39bbcb6cc32df9347c789a865ecdca129cbef58ca5010203262001215820eb151c8176b225cc651559fecf07af450fd85802046656b34c18f6cf193843c5225820927b8aa427a2be1b8834d233a2d34f61f13bfd44119c325d5896e183fee484f2',
      'hex',
    ),
  }),
};

/** Section 16.4: inside a frame of another origin. */
export const crossOrigin = noneRegistration('none.ES256.crossOrigin', { id: 32, extraData: true }, true);

/** The vector with a credential id of 1023 bytes: the user is verified when signing in, but not at registration. */
export const longRegistration = noneRegistration(longId, { id: 1023, extraData: false });
const assertionChallenge = derived(longId, 6, 32);
export const longAssertion: Vector = {
  challenge: assertionChallenge,
  id: longRegistration.id,
  response: base64url({
    authenticatorData: Buffer.concat([rpIdHash, Buffer.from('0d00000000', 'hex')]),
    clientDataJSON: clientData('webauthn.get', assertionChallenge, false),
    signature: Buffer.from(
      '304502203ecef83fb12a0cae7841055f9f87103a99fd14b424194bbf06c4623d3ee6e3fd022100d2ace346db262b1374a6b70faa51f518a42ddca13a4125ce6f5052a75bac9fb6',
      'hex',
    ),
  }),
};
