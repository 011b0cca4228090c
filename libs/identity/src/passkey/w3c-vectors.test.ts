import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { Browser } from '../../test/browser.js';
import { lan, signUp } from '../../test/people.js';
import { credentialOf, type VectorName, vectors } from '../../test/w3c-vectors.js';
import { createWorld, type World } from '../../test/world.js';
import { Passkey } from './passkey.entity.js';

let world: World;
let browser: Browser;
/** What challenges are made of, instead of chance. */
const planned: Buffer[] = [];
/** Why, as the log has it. */
let reasons: string[] = [];

const silent = () => undefined;

beforeAll(async () => {
  const portal = { PORTAL_ORIGIN: 'https://example.org' };
  world = await createWorld({ portal, newChallenge: () => planned.shift() ?? randomBytes(32) });
  Logger.overrideLogger({ log: silent, error: silent, warn: (reason: string) => void reasons.push(reason) });
  browser = await signUp(world, lan);
});
afterAll(() => world.close());
beforeEach(() => {
  reasons = [];
});

const passkeys = () => world.portal.database.getRepository(Passkey);
const bytes = (text: string) => Buffer.from(text, 'base64url');

/** Registers the vector's credential for Lan, over the real routes. */
async function register(name: VectorName, more: Record<string, string> = {}) {
  const vector = vectors[name];
  planned.push(bytes(vector.registration.challenge));
  await browser.postJson('/account/passkeys/challenge', {});
  const credential = credentialOf(vector, vector.registration, more);
  return browser.postJson('/account/passkeys', { credential });
}

/** Signs in with the vector's assertion, in a browser that nobody is signed in with. */
async function signIn(name: VectorName, more: Record<string, string> = {}) {
  const vector = vectors[name];
  const visitor = world.browser('portal');
  planned.push(bytes(vector.assertion.challenge));
  await visitor.postJson('/sign-in/challenge', {});
  const [own] = await passkeys().find();
  const userHandle = own?.userHandle.toString('base64url') ?? '';
  const credential = credentialOf(vector, vector.assertion, { userHandle, ...more });
  return { visitor, answer: await visitor.postJson('/sign-in', { credential }) };
}

/** What is kept of the vector's credential. */
const kept = (name: VectorName) => passkeys().findOneBy({ credentialId: bytes(vectors[name].id) });

test.each<VectorName>([
  'packed-self.ES256',
  'packed.ES256',
  'packed.RS256',
  'tpm.ES256',
  'android-key.ES256',
])(
  'the published registration %s, its user verified, is accepted once, and its maker believed nothing',
  async (name) => {
    expect([(await register(name)).status, reasons]).toEqual([200, []]);
    const passkey = await kept(name);
    expect(passkey).toMatchObject({ attested: false, backupEligible: true, signCount: '0' });
    expect(passkey?.publicKey.toString('base64url')).toBe(vectors[name].publicKey);
    expect((await register(name)).status).toBe(400);
  },
);

test.each<[VectorName, string]>([
  ['none.ES256', 'User verification was required'],
  ['none.ES256.long-credential-id', 'User verification was required'],
  ['packed.EdDSA', 'User verification was required'],
  ['apple.ES256', 'User verification was required'],
  ['fido-u2f.ES256', 'User verification was required'],
  ['none.ES256.crossOrigin', 'crossOrigin is not false'],
  ['none.ES256.topOrigin', 'crossOrigin is not false'],
  ['packed.ES384', 'User verification was required'],
  ['packed.ES512', 'clientDataJSON holds no challenge'],
  ['packed.Ed448', 'User verification was required'],
])('the published registration %s is refused, because: %s', async (name, because) => {
  const { status, body } = await register(name);
  expect([status, body.code]).toEqual([400, 'passkey-not-accepted']);
  expect(reasons).toEqual([expect.stringContaining(because)]);
  expect(await kept(name)).toBeNull();
});

test.each<VectorName>(['packed.ES256', 'tpm.ES256', 'android-key.ES256'])(
  'the registration %s with the attestation of another is refused',
  async (name) => {
    const other = name === 'packed.ES256' ? 'tpm.ES256' : 'packed.ES256';
    const { attestationObject } = vectors[other].registration;
    const { status, body } = await register(name, { attestationObject });
    expect([status, body.code]).toEqual([400, 'passkey-not-accepted']);
  },
);

test.each<VectorName>(['packed.ES256', 'tpm.ES256'])(
  'who registered %s signs in with its published assertion, and not with one that is changed',
  async (name) => {
    if (!(await kept(name))) await register(name);
    const { signature } = vectors[name].assertion;
    expect((await signIn(name, { signature: `${signature.slice(0, -2)}AA` })).answer.status).toBe(400);
    const { visitor, answer } = await signIn(name);
    expect(answer.status).toBe(200);
    expect((await visitor.get('/account')).text).toContain(lan.fullName);
  },
);

test.each<VectorName>(['packed-self.ES256', 'packed.RS256', 'android-key.ES256'])(
  'the published assertion %s, its user not verified, signs nobody in',
  async (name) => {
    if (!(await kept(name))) await register(name);
    expect((await signIn(name)).answer.status).toBe(400);
    expect(reasons.at(-1)).toContain('User verification');
  },
);

test('the published assertion of a credential id of 1023 bytes signs its owner in', async () => {
  const [own] = await passkeys().find();
  if (!own) throw new Error('No passkey to stand beside');
  const vector = vectors['none.ES256.long-credential-id'];
  await passkeys().insert({
    ...own,
    id: '019a0000-0000-7000-8000-000000000001',
    credentialId: bytes(vector.id),
    publicKey: bytes(vector.publicKey),
    backupEligible: true,
    signCount: '0',
  });
  expect((await signIn('none.ES256.long-credential-id')).answer.status).toBe(200);
});
