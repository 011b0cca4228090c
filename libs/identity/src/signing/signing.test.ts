import * as fc from 'fast-check';
import type { Browser } from '../../test/browser.js';
import { forgeAssertion } from '../../test/forge.js';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { digest, randomToken, Refusal } from '#lib/platform';
import { Person } from '../person/person.entity.js';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { beginSigning } from './begin-signing.js';
import { finishSigning } from './finish-signing.js';
import type { PasskeyEvidence } from './evidence.js';
import { verifyEvidence } from './verify-evidence.js';

let world: World;
let browser: Browser;
let ownerId: string;

beforeAll(async () => {
  world = await createWorld();
  browser = await signUp(world, lan);
  ownerId = (await world.portal.database.getRepository(Person).findOneByOrFail({ fullName: lan.fullName }))
    .id;
});
afterAll(() => world.close());
beforeEach(() => world.db.clock.set('2026-11-20T03:05:00Z'));

const aStatement = () => digest(`an application with the nonce ${randomToken()}`);

async function begin(statement: Buffer) {
  const { portal } = world;
  const options = await beginSigning(portal.database.manager, portal, {
    audience: 'portal',
    ownerId,
    digest: statement,
  });
  return browser.device.getJSON(browser.origin, options);
}

async function finish(statement: Buffer, assertion: unknown, owner = ownerId): Promise<PasskeyEvidence> {
  const { portal } = world;
  const finished = await finishSigning(portal.database.manager, portal, {
    audience: 'portal',
    ownerId: owner,
    digest: statement,
    assertion,
  });
  if (finished instanceof Refusal) throw finished;
  return finished;
}

const refused = expect.objectContaining({ code: 'passkey-not-accepted', status: 400 });

test('what is signed is the digest itself, and anyone can check it later with nothing but the evidence', async () => {
  const statement = aStatement();
  const evidence = await finish(statement, JSON.stringify(await begin(statement)));
  expect(evidence).toMatchObject({
    rpId: 'localhost',
    origin: 'http://localhost:3000',
    at: '2026-11-20T03:05:00.000Z',
    passkeyName: null,
  });
  const clientData = JSON.parse(Buffer.from(evidence.clientDataJSON, 'base64url').toString());
  expect(clientData.challenge).toBe(statement.toString('base64url'));
  const kept = JSON.parse(JSON.stringify(evidence)) as PasskeyEvidence;
  expect(await verifyEvidence(kept, statement)).toBe(true);
});

test('evidence is false for another digest, and with any part of it changed', async () => {
  const statement = aStatement();
  const evidence = await finish(statement, await begin(statement));
  expect(await verifyEvidence(evidence, aStatement())).toBe(false);
  for (const part of ['publicKey', 'authenticatorData', 'clientDataJSON', 'signature'] as const) {
    const bytes = Buffer.from(evidence[part], 'base64url');
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    expect([
      part,
      await verifyEvidence({ ...evidence, [part]: bytes.toString('base64url') }, statement),
    ]).toEqual([part, false]);
  }
  expect(await verifyEvidence({ ...evidence, origin: 'https://elsewhere.example' }, statement)).toBe(false);
  expect(await verifyEvidence({ ...evidence, rpId: 'desk.localhost' }, statement)).toBe(false);
});

test('evidence of any other shape is false, not a fault', async () => {
  const statement = aStatement();
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (evidence) => {
      expect(await verifyEvidence(evidence as PasskeyEvidence, statement)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('a signature is given once', async () => {
  const statement = aStatement();
  const assertion = await begin(statement);
  await finish(statement, assertion);
  await expect(finish(statement, assertion)).rejects.toEqual(refused);
});

test('a wrong signature uses the challenge up', async () => {
  const statement = aStatement();
  const assertion = await begin(statement);
  const forged = forgeAssertion(browser.device, assertion, { flags: { userVerified: false } });
  await expect(finish(statement, forged)).rejects.toEqual(refused);
  await expect(finish(statement, assertion)).rejects.toEqual(refused);
});

const changed = (signature: string, change: (bytes: Buffer) => Buffer) =>
  change(Buffer.from(signature, 'base64url')).toString('base64url');
/** The same two numbers, the first with a zero in front that DER does not allow. */
const padded = (der: Buffer) => {
  const length = Number(der[3]);
  const numbers = [Buffer.of(2, length + 1, 0), der.subarray(4)];
  return Buffer.concat([Buffer.of(0x30, Number(der[1]) + 1), ...numbers]);
};
test.each<[string, (signature: string) => string]>([
  ['with something after it', (signature) => changed(signature, (der) => Buffer.concat([der, Buffer.of(0)]))],
  ['twice', (signature) => changed(signature, (der) => Buffer.concat([der, der]))],
  ['with a zero too many', (signature) => changed(signature, padded)],
  ['that is nothing', () => 'AA'],
])('a signature %s is evidence for nobody', async (_, change) => {
  const statement = aStatement();
  const evidence = await finish(statement, await begin(statement));
  expect(await verifyEvidence({ ...evidence, signature: change(evidence.signature) }, statement)).toBe(false);
  const other = aStatement();
  const { response, ...assertion } = await begin(other);
  const signature = change(response.signature);
  await expect(finish(other, { ...assertion, response: { ...response, signature } })).rejects.toEqual(
    refused,
  );
});

test('the page may be opened again: the ten minutes begin anew', async () => {
  const statement = aStatement();
  await begin(statement);
  world.db.clock.advance(9 * 60_000);
  const assertion = await begin(statement);
  world.db.clock.advance(9 * 60_000);
  await expect(finish(statement, assertion)).resolves.toBeDefined();
  const late = aStatement();
  const lateAssertion = await begin(late);
  world.db.clock.advance(10 * 60_000);
  await expect(finish(late, lateAssertion)).rejects.toEqual(refused);
});

test('who signed one thing has not signed another', async () => {
  const [shown, filed] = [aStatement(), aStatement()];
  await begin(filed);
  await expect(finish(filed, await begin(shown))).rejects.toEqual(refused);
});

test('nobody signs for somebody else', async () => {
  await signUp(world, minh);
  const other = await world.portal.database
    .getRepository(Person)
    .findOneByOrFail({ fullName: minh.fullName });
  const statement = aStatement();
  const assertion = await begin(statement);
  await expect(finish(statement, assertion, other.id)).rejects.toEqual(refused);
});

test('what was put before one person cannot be signed by another with a passkey of their own', async () => {
  const idNumber = '001088000043';
  const other = await signUp(world, { ...minh, idNumber });
  const tx = world.portal.database.manager;
  const statement = aStatement();
  const options = await beginSigning(tx, world.portal, { audience: 'portal', ownerId, digest: statement });
  const assertion = other.device.getJSON(other.origin, { ...options, allowCredentials: [] });
  const otherId = await personWithIdNumber(tx, world.portal, idNumber);
  await expect(finish(statement, assertion, otherId)).rejects.toEqual(refused);
});

test('an assertion made for signing in signs nothing, and a signature signs nobody in', async () => {
  const statement = aStatement();
  await expect(finish(statement, await browser.assertion('/sign-in/challenge'))).rejects.toEqual(refused);
  const signature = await begin(statement);
  expect((await browser.postJson('/sign-in', { credential: signature })).body.code).toBe(
    'passkey-not-accepted',
  );
});

test('an authenticator told which passkey to use may leave the user handle out', async () => {
  const statement = aStatement();
  const { response, ...assertion } = await begin(statement);
  const { userHandle: _, ...withoutHandle } = response;
  const evidence = await finish(statement, { ...assertion, response: withoutHandle });
  expect(evidence).not.toHaveProperty('userHandle');
  expect(await verifyEvidence(evidence, statement)).toBe(true);
});

test('anything else than an assertion is a refusal', async () => {
  const statement = aStatement();
  await begin(statement);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.anything()), async (assertion) => {
      await expect(finish(statement, assertion)).rejects.toEqual(refused);
    }),
    { numRuns: 100 },
  );
});

test('evidence of a code to a phone fits the digest it was bound to, and nothing else', async () => {
  const filed = digest('filed');
  const at = new Date().toISOString();
  const code = { kind: 'phone-code', digest: filed.toString('hex'), phone: '•222', sentAt: at, at } as const;
  expect(await verifyEvidence(code, filed)).toBe(true);
  expect(await verifyEvidence(code, digest('other'))).toBe(false);
});
