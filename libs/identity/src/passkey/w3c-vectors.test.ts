import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { Browser } from '../../test/browser.js';
import { lan, signUp } from '../../test/people.js';
import {
  crossOrigin,
  longAssertion,
  longRegistration,
  noneEs256,
  selfAttested,
} from '../../test/w3c-vectors.js';
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

type Vector = typeof noneEs256;
const credentialOf = ({ id, response }: Vector) => ({ id, rawId: id, type: 'public-key', response });
const passkeys = () => world.portal.database.getRepository(Passkey);

/** Registers the vector's credential for Lan, over the real routes. */
async function register(vector: Vector) {
  planned.push(vector.challenge);
  await browser.postJson('/account/passkeys/challenge', {});
  return browser.postJson('/account/passkeys', { credential: credentialOf(vector) });
}

test('a published registration with self attestation is accepted, once', async () => {
  expect((await register(selfAttested)).status).toBe(200);
  const credentialId = Buffer.from(selfAttested.id, 'base64url');
  expect(await passkeys().findOneBy({ credentialId })).toMatchObject({
    aaguid: 'df850e09-db6a-fbdf-ab51-697791506cfc',
    backupEligible: true,
    backedUp: true,
    signCount: '0',
  });
  expect((await register(selfAttested)).status).toBe(400);
});

test.each([
  ['with no attestation', noneEs256],
  ['with a credential id of 1023 bytes', longRegistration],
])('a published registration %s, without user verification, is refused for that alone', async (_, vector) => {
  const { status, body } = await register(vector);
  expect([status, body.code]).toEqual([400, 'passkey-not-accepted']);
  expect(reasons).toEqual([expect.stringContaining('User verification was required')]);
});

test('a published registration inside a frame of another origin is refused for that', async () => {
  expect((await register(crossOrigin)).status).toBe(400);
  expect(reasons).toEqual([expect.stringContaining('crossOrigin is not false')]);
});

test('a published assertion of an ES256 key without attestation signs its owner in, once', async () => {
  const [own] = await passkeys().find();
  if (!own || !longRegistration.publicKey) throw new Error('No passkey to stand beside');
  await passkeys().insert({
    ...own,
    id: '019a0000-0000-7000-8000-000000000001',
    credentialId: Buffer.from(longRegistration.id, 'base64url'),
    publicKey: longRegistration.publicKey,
    backupEligible: true,
    signCount: '0',
  });
  const visitor = world.browser('portal');
  const signIn = async (change: Record<string, string> = {}) => {
    planned.push(longAssertion.challenge);
    await visitor.postJson('/sign-in/challenge', {});
    const userHandle = own.userHandle.toString('base64url');
    const { id, response } = longAssertion;
    const credential = {
      id,
      rawId: id,
      type: 'public-key',
      response: { ...response, userHandle, ...change },
    };
    return visitor.postJson('/sign-in', { credential });
  };
  expect((await signIn({ signature: `${longAssertion.response.signature?.slice(0, -2)}AA` })).status).toBe(
    400,
  );
  expect((await signIn()).status).toBe(200);
  expect((await visitor.get('/account')).text).toContain(lan.fullName);
});
