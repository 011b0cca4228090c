import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { Logger } from '@nestjs/common';
import * as fc from 'fast-check';
import { checkSigned } from './check-signed.js';
import { readClientData } from './client-data.js';

const host = { origin: 'https://portal.example', rpId: 'portal.example' };
const challenge = 'challenge-of-the-test';

beforeAll(() => Logger.overrideLogger(false));

const bytesOf = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64url'));

/** Keys of the three algorithms, as authenticators send them (RFC 9053). */
const signers = Object.entries({
  ES256: cose(generateKeyPairSync('ec', { namedCurve: 'P-256' }), -7),
  EdDSA: cose(generateKeyPairSync('ed25519'), -8),
  RS256: cose(generateKeyPairSync('rsa', { modulusLength: 2048 }), -257),
});

function cose({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }, algorithm: number) {
  const jwk = publicKey.export({ format: 'jwk' });
  const parts: Record<number, [number, number | Uint8Array][]> = {
    [-7]: [
      [1, 2],
      [-1, 1],
      [-2, bytesOf(jwk.x)],
      [-3, bytesOf(jwk.y)],
    ],
    [-8]: [
      [1, 1],
      [-1, 6],
      [-2, bytesOf(jwk.x)],
    ],
    [-257]: [
      [1, 3],
      [-1, bytesOf(jwk.n)],
      [-2, bytesOf(jwk.e)],
    ],
  };
  const key = new Map<number, number | Uint8Array>([[3, algorithm], ...(parts[algorithm] ?? [])]);
  return { algorithm, privateKey, publicKey: Buffer.from(isoCBOR.encode(key)) };
}

interface Wish {
  flags: number;
  counter: number;
  rpId: string;
  clientData: Record<string, unknown>;
  extra: Uint8Array;
}

type Signer = ReturnType<typeof cose>;

function assertion({ algorithm, privateKey }: Signer, wish: Wish): AuthenticationResponseJSON['response'] {
  const head = Buffer.alloc(5);
  head.writeUInt8(wish.flags);
  head.writeUInt32BE(wish.counter, 1);
  const authenticatorData = Buffer.concat([sha256(wish.rpId), head, wish.extra]);
  const clientDataJSON = Buffer.from(JSON.stringify(wish.clientData));
  const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
  return {
    authenticatorData: authenticatorData.toString('base64url'),
    clientDataJSON: clientDataJSON.toString('base64url'),
    signature: sign(algorithm === -8 ? null : 'sha256', signed, privateKey).toString('base64url'),
  };
}

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest();

const good: Wish = {
  flags: 0b1_1101,
  counter: 7,
  rpId: host.rpId,
  clientData: { type: 'webauthn.get', challenge, origin: host.origin, crossOrigin: false },
  extra: new Uint8Array(),
};

/** What we say of an assertion: what it says, or that it is refused. */
function ours(response: AuthenticationResponseJSON['response'], publicKey: Buffer): unknown {
  try {
    return checkSigned(response, readClientData(response.clientDataJSON), host, publicKey);
  } catch {
    return 'refused';
  }
}

/** What the library says. */
async function theirs(response: AuthenticationResponseJSON['response'], publicKey: Buffer): Promise<unknown> {
  try {
    const { verified, authenticationInfo: info } = await verifyAuthenticationResponse({
      response: { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {}, response },
      expectedChallenge: readClientData(response.clientDataJSON).challenge,
      expectedOrigin: host.origin,
      expectedRPID: host.rpId,
      requireUserVerification: true,
      credential: { id: 'AAAA', publicKey: new Uint8Array(publicKey), counter: 0 },
    });
    const backupEligible = info.credentialDeviceType === 'multiDevice';
    return verified
      ? { counter: info.newCounter, backupEligible, backedUp: info.credentialBackedUp }
      : 'refused';
  } catch {
    return 'refused';
  }
}

test.each(signers)('an assertion in order is accepted, signed with %s', (_, signer) => {
  const said = { counter: 7, backupEligible: true, backedUp: true };
  expect(ours(assertion(signer, good), signer.publicKey)).toEqual(said);
});

test.each(signers)(
  'whatever is said, it is judged as the library judges it, signed with %s',
  async (_, signer) => {
    const wish = fc.record<Wish>({
      flags: fc.oneof(fc.constant(good.flags), fc.integer({ min: 0, max: 255 })),
      counter: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      rpId: fc.constantFrom(host.rpId, host.rpId, 'desk.example'),
      clientData: fc.record({
        type: fc.constantFrom('webauthn.get', 'webauthn.get', 'webauthn.create'),
        challenge: fc.constant(challenge),
        origin: fc.constantFrom(host.origin, host.origin, `${host.origin}/`, 'https://elsewhere.example'),
      }),
      extra: fc.oneof(fc.constant(good.extra), fc.uint8Array({ maxLength: 20 })),
    });
    await fc.assert(
      fc.asyncProperty(wish, async (each) => {
        const response = assertion(signer, each);
        expect(ours(response, signer.publicKey)).toEqual(await theirs(response, signer.publicKey));
      }),
      { numRuns: 150 },
    );
  },
);

test.each(signers)(
  'no byte of what was signed or of the signature can be changed, signed with %s',
  (_, signer) => {
    const honest = assertion(signer, good);
    fc.assert(
      fc.property(
        fc.constantFrom('authenticatorData', 'clientDataJSON', 'signature' as const),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (part, at, change) => {
          const bytes = Buffer.from(honest[part], 'base64url');
          bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ change;
          const response = { ...honest, [part]: bytes.toString('base64url') };
          expect(ours(response, signer.publicKey)).toBe('refused');
        },
      ),
      { numRuns: 150 },
    );
  },
);

test('a signature of another kind of key is refused', () => {
  for (const [, signer] of signers)
    for (const [, other] of signers)
      if (other !== signer) expect(ours(assertion(other, good), signer.publicKey)).toBe('refused');
});
