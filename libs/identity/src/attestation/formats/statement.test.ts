import * as fc from 'fast-check';
import { credentialOf, type VectorName, vectors } from '../../../test/w3c-vectors.js';
import { checkStatement } from '../check-statement.js';
import { readStatement, type Statement } from './statement.js';
import { readDer } from './read-der.js';

type Changes = Record<string, unknown>;

/** Checks the published statement with some of its fields changed. */
async function check(name: VectorName, changes: Changes = {}) {
  const { registration } = vectors[name];
  const honest = readStatement(registration.attestationObject);
  const field = (wanted: string) => (wanted in changes ? changes[wanted] : honest.field(wanted));
  const bytes = (wanted: string) => field(wanted) as Uint8Array<ArrayBuffer>;
  const certificates = (changes.x5c ?? honest.certificates) as Statement['certificates'];
  const posted = { ...credentialOf(vectors[name], registration), clientExtensionResults: {} };
  return checkStatement(posted as never, { ...honest, certificates, field, bytes });
}

test.each<VectorName>(['tpm.ES256', 'android-key.ES256'])(
  'the published statement %s is in order, and what goes on says of it no more than none',
  async (name) => {
    const { response } = await check(name);
    expect(readStatement(response.attestationObject)).toMatchObject({ format: 'none', certificates: [] });
  },
);

test('bytes behind an attestation object are refused, however few', () => {
  const { attestationObject } = vectors['packed.ES256'].registration;
  const longer = (more: string) =>
    Buffer.concat([Buffer.from(attestationObject, 'base64url'), Buffer.from(more, 'hex')]).toString(
      'base64url',
    );
  expect(readStatement(longer('')).format).toBe('packed');
  for (const more of ['00', 'f6', 'a0'])
    expect(() => readStatement(longer(more))).toThrow('bytes follow the attestation object');
});

test.each<[VectorName, string]>([
  ['tpm.ES256', 'certInfo'],
  ['tpm.ES256', 'pubArea'],
  ['tpm.ES256', 'sig'],
  ['android-key.ES256', 'sig'],
])('a statement %s whose %s was changed anywhere, or cut, is not in order', async (name, field) => {
  const { registration } = vectors[name];
  const whole = readStatement(registration.attestationObject).bytes(field);
  // How the numbers of a signature are wrapped is read leniently; the numbers themselves are not.
  const from = field === 'sig' ? whole.length - 16 : 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: from, max: whole.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, by, cut) => {
        const changed = cut
          ? whole.slice(0, at)
          : whole.map((byte, index) => (index === at ? byte ^ by : byte));
        await expect(check(name, { [field]: changed })).rejects.toHaveProperty('message');
      },
    ),
    { numRuns: 60 },
  );
});

test.each<[VectorName, Changes]>([
  ['tpm.ES256', { ver: '1.2' }],
  ['tpm.ES256', { alg: 'ES256' }],
  ['tpm.ES256', { x5c: [] }],
  ['tpm.ES256', { x5c: certificatesOf('packed.ES256') }],
  ['android-key.ES256', { alg: -36 }],
  ['android-key.ES256', { x5c: [] }],
  ['android-key.ES256', { x5c: certificatesOf('packed.ES256') }],
  ['android-key.ES256', { x5c: certificatesOf('apple.ES256') }],
])('a statement %s with %j is not in order', async (name, changes) => {
  await expect(check(name, changes)).rejects.toHaveProperty('message');
});

function certificatesOf(name: VectorName) {
  return readStatement(vectors[name].registration.attestationObject).certificates;
}

test('DER of any bytes is read or refused, and never more than there is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        const read = readDer(bytes);
        expect(read.reduce((sum, { content }) => sum + content.length, 0)).toBeLessThanOrEqual(bytes.length);
      } catch (error) {
        expect((error as Error).message).toContain('DER');
      }
    }),
  );
});
