import { generateKeyPairSync } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { refuseForeignKey } from './refuse-foreign-key.js';

beforeAll(() => Logger.overrideLogger(false));

const cose = (fields: [number, number | Uint8Array][]) => isoCBOR.encode(new Map(fields));
const bytes = (length: number) => new Uint8Array(length).fill(7);
const modulus = (bits: number) => {
  const { n = '' } = generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(n, 'base64url'));
};
const point = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
const part = (text = '') => new Uint8Array(Buffer.from(text, 'base64url'));
const exponent = new Uint8Array([1, 0, 1]);

test.each<[string, [number, number | Uint8Array][]]>([
  [
    'Ed25519',
    [
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, bytes(32)],
    ],
  ],
  [
    'P-256',
    [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, part(point.x)],
      [-3, part(point.y)],
    ],
  ],
  [
    'RSA of 2048 bits',
    [
      [1, 3],
      [3, -257],
      [-1, modulus(2048)],
      [-2, exponent],
    ],
  ],
])('%s is one of ours', (_, fields) => {
  expect(() => refuseForeignKey(cose(fields))).not.toThrow();
});

test.each<[string, [number, number | Uint8Array][]]>([
  [
    'Ed448, which registers and then never verifies',
    [
      [1, 1],
      [3, -8],
      [-1, 7],
      [-2, bytes(57)],
    ],
  ],
  [
    'a point that is not on its curve, which would be kept and never verify',
    [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(32)],
      [-3, bytes(32)],
    ],
  ],
  [
    'P-384 under the name of ES256',
    [
      [1, 2],
      [3, -7],
      [-1, 2],
      [-2, bytes(48)],
      [-3, bytes(48)],
    ],
  ],
  [
    'an EC key under the name of EdDSA',
    [
      [1, 2],
      [3, -8],
      [-1, 1],
      [-2, bytes(32)],
      [-3, bytes(32)],
    ],
  ],
  [
    'RSA of 1024 bits',
    [
      [1, 3],
      [3, -257],
      [-1, modulus(1024)],
      [-2, exponent],
    ],
  ],
  [
    'RSA of 2048 bits of which half are noughts',
    [
      [1, 3],
      [3, -257],
      [-1, new Uint8Array([...new Uint8Array(128), ...modulus(1024)])],
      [-2, exponent],
    ],
  ],
  [
    'a key without a curve',
    [
      [1, 2],
      [3, -7],
    ],
  ],
])('%s is refused', (_, fields) => {
  expect(() => refuseForeignKey(cose(fields))).toThrow(
    expect.objectContaining({ code: 'passkey-not-accepted' }),
  );
});
