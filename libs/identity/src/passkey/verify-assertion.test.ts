import * as fc from 'fast-check';
import type { AuthenticationResponseJSON } from 'nid-webauthn-emulator';
import { claimOf, lan, minh, signUp } from '../../test/people.js';
import type { Browser } from '../../test/browser.js';
import { forgeAssertion, type Lies } from '../../test/forge.js';
import { createWorld, type World } from '../../test/world.js';
import { Passkey } from './passkey.entity.js';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await createWorld();
  browser = await signUp(world, lan);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  await (await world.db.owner()).query('TRUNCATE identity.throttle, identity.risk_event');
});

const notAccepted = { code: 'passkey-not-accepted', facts: { passkey: 'refused' } };

async function answerWith(lies: Lies) {
  const forged = forgeAssertion(browser.device, await browser.assertion(), lies);
  return browser.postJson('/sign-in', { credential: forged });
}

test('the forging tool itself makes assertions that are accepted, as long as it tells no lies', async () => {
  expect((await answerWith({})).status).toBe(200);
});

test.each<[string, Lies]>([
  ['inside a frame of another site', { clientData: { crossOrigin: true } }],
  ['inside a frame, which crossOrigin tells in an unheard-of way', { clientData: { crossOrigin: 'no' } }],
  ['under another top page', { clientData: { crossOrigin: false, topOrigin: 'https://elsewhere.example' } }],
  ['at another origin', { clientData: { origin: 'http://localhost:3001' } }],
  ['for a registration', { clientData: { type: 'webauthn.create' } }],
  ['to a challenge of their own', { clientData: { challenge: 'AAAA' } }],
  ['to no challenge', { clientData: { challenge: undefined } }],
  ['for another relying party', { rpId: 'desk.localhost' }],
  ['without the device having verified its user', { flags: { userVerified: false } }],
  ['without anybody present', { flags: { userPresent: false } }],
  ['backed up though it cannot be', { flags: { backupEligibility: false, backupState: true } }],
])('an assertion made %s is refused', async (_, lies) => {
  const { status, body } = await answerWith(lies);
  expect([status, body]).toEqual([400, expect.objectContaining(notAccepted)]);
});

test('a signature of another key is refused', async () => {
  const honest = await browser.assertion();
  const other = forgeAssertion(browser.device, honest, { signCount: 77 });
  const credential = saying(honest, { signature: other.response.signature });
  expect((await browser.postJson('/sign-in', { credential })).body).toMatchObject(notAccepted);
});

test('a passkey nobody here knows is refused like any other', async () => {
  const credential = { ...(await browser.assertion()), id: 'AAAA', rawId: 'AAAA' };
  const { body } = await browser.postJson('/sign-in', { credential });
  expect(body).toMatchObject(notAccepted);
});

test('an assertion is good once', async () => {
  const credential = await browser.assertion();
  expect((await browser.postJson('/sign-in', { credential })).status).toBe(200);
  const browserWithItsPreSession = world.browser('portal');
  browserWithItsPreSession.cookies.set('__Host-portal-pre', browser.cookies.get('__Host-portal-pre') ?? '');
  expect((await browserWithItsPreSession.postJson('/sign-in', { credential })).body).toMatchObject(
    notAccepted,
  );
});

test('a challenge is used up by a wrong answer too', async () => {
  const credential = await browser.assertion();
  const pre = browser.cookies.get('__Host-portal-pre');
  const wrong = forgeAssertion(browser.device, credential, { flags: { userVerified: false } });
  expect((await browser.postJson('/sign-in', { credential: wrong })).status).toBe(400);
  expect(browser.cookies.get('__Host-portal-pre')).toBe(pre);
  expect((await browser.postJson('/sign-in', { credential })).status).toBe(400);
});

test('a challenge is good for ten minutes', async () => {
  const late = await browser.assertion();
  world.db.clock.advance(10 * 60_000);
  expect((await browser.postJson('/sign-in', { credential: late })).status).toBe(400);
  const inTime = await browser.assertion();
  world.db.clock.advance(10 * 60_000 - 1);
  expect((await browser.postJson('/sign-in', { credential: inTime })).status).toBe(200);
});

test('a challenge to step up does not sign anybody in', async () => {
  await browser.signIn();
  const credential = await browser.assertion('/step-up/challenge');
  await browser.postJson('/sign-in/challenge', {});
  expect((await browser.postJson('/sign-in', { credential })).body).toMatchObject(notAccepted);
});

test('a challenge to sign in does not step up', async () => {
  await browser.signIn();
  const credential = await browser.assertion('/sign-in/challenge');
  expect((await browser.postJson('/step-up', { credential })).body).toMatchObject(notAccepted);
});

test('a challenge to create a passkey does not step up, though it is of the same person and session', async () => {
  await browser.signIn();
  const { challenge, rp } = (await browser.postJson('/account/passkeys/challenge', {})).body.publicKey;
  const credential = browser.device.getJSON(browser.origin, {
    challenge,
    rpId: rp.id,
    userVerification: 'required',
  });
  expect((await browser.postJson('/step-up', { credential })).body).toMatchObject(notAccepted);
});

test('signing in without a user handle, or with another’s, is refused, and the latter recorded', async () => {
  const without = saying(await browser.assertion(), { userHandle: undefined });
  expect((await browser.postJson('/sign-in', { credential: without })).body).toMatchObject(notAccepted);
  const other = saying(await browser.assertion(), { userHandle: Buffer.alloc(64, 1).toString('base64url') });
  expect((await browser.postJson('/sign-in', { credential: other })).body).toMatchObject(notAccepted);
  expect(await risks()).toEqual([{ kind: 'user-handle-differs', facts: {} }]);
});

test('a counter that does not rise signs in and is recorded as a risk', async () => {
  await answerWith({ signCount: 1000 });
  expect(await risks()).toEqual([]);
  expect((await answerWith({ signCount: 1000 })).status).toBe(200);
  expect((await answerWith({ signCount: 7 })).status).toBe(200);
  expect((await answerWith({ signCount: 0 })).status).toBe(200);
  expect(await risks()).toEqual([
    { kind: 'counter-regression', facts: { kept: 1000, shown: 1000 } },
    { kind: 'counter-regression', facts: { kept: 1000, shown: 7 } },
    { kind: 'counter-regression', facts: { kept: 1000, shown: 0 } },
  ]);
});

test('a counter that goes back is no risk where the signature does not fit', async () => {
  await answerWith({ signCount: 2000 });
  const back = forgeAssertion(browser.device, await browser.assertion(), { signCount: 1 });
  const credential = saying(back, { signature: 'AAAA' });
  expect((await browser.postJson('/sign-in', { credential })).body).toMatchObject(notAccepted);
  expect(await risks()).toEqual([]);
});

test('a passkey that says it can suddenly not leave its device is refused and recorded', async () => {
  const { status } = await answerWith({ flags: { backupEligibility: false, backupState: false } });
  expect(status).toBe(400);
  expect(await risks()).toEqual([
    { kind: 'backup-eligibility-changed', facts: { kept: true, shown: false } },
  ]);
});

test('whether a passkey is kept by a synchronising service is noted at each use', async () => {
  await answerWith({ flags: { backupState: false } });
  expect(await onlyPasskey()).toMatchObject({ backedUp: false, lastUsedAt: world.db.clock.now() });
  await answerWith({ flags: { backupState: true } });
  expect(await onlyPasskey()).toMatchObject({ backedUp: true });
});

test('anything else than an assertion, in whatever shape, is one and the same refusal', async () => {
  const good = await browser.assertion();
  const parts = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('', 'AAAA', 'e30', good.id, good.response.clientDataJSON),
  );
  const shapes = fc.oneof(
    fc.jsonValue(),
    fc.record({ credential: fc.jsonValue() }),
    fc.record({
      credential: fc.record({
        id: parts,
        rawId: parts,
        type: fc.constantFrom('public-key', 'password', null),
        response: fc.record({
          clientDataJSON: parts,
          authenticatorData: parts,
          signature: parts,
          userHandle: parts,
        }),
      }),
    }),
  );
  const owner = await world.db.owner();
  await fc.assert(
    fc.asyncProperty(shapes, async (body) => {
      await owner.query('TRUNCATE identity.throttle');
      const { status, body: answer } = await browser.postJson('/sign-in', body);
      // Fastify itself refuses bodies that reach for a prototype.
      const code = JSON.stringify(body).includes('__proto__') ? expect.any(String) : 'passkey-not-accepted';
      expect([status, answer.code]).toEqual([400, code]);
      expect(JSON.stringify(answer)).not.toMatch(/localhost|\.ts|at .*\(/);
    }),
    { numRuns: 60 },
  );
});

test('every other field missing or broken is the same refusal', async () => {
  const good = await browser.assertion();
  for (const broken of [undefined, null, 7, {}, [], '', '*', 'AAAA', 'A'.repeat(20_000)])
    for (const field of ['clientDataJSON', 'authenticatorData', 'signature'] as const) {
      const credential = { ...good, response: { ...good.response, [field]: broken } };
      const { status, body } = await browser.postJson('/sign-in', { credential });
      expect([status, body.code]).toEqual([400, 'passkey-not-accepted']);
    }
});

test('a challenge asked for by someone signed in as one person cannot be answered with the passkey of another', async () => {
  const other = await signUp(world, minh);
  await browser.signIn();
  const options = (await browser.postJson('/step-up/challenge', {})).body.publicKey;
  const credential = other.device.getJSON(browser.origin, { ...options, allowCredentials: [] });
  expect((await browser.postJson('/step-up', { credential })).body).toMatchObject(notAccepted);
});

test('a sign-up under way is not disturbed by somebody else’s failed assertion', async () => {
  const visitor = world.browser('portal');
  await visitor.postForm('/sign-up', claimOf(lan));
  await visitor.postJson('/sign-in', { credential: {} });
  expect((await visitor.get('/sign-up/code')).status).toBe(200);
});

function saying(
  assertion: AuthenticationResponseJSON,
  change: { userHandle?: string | undefined; signature?: string },
): AuthenticationResponseJSON {
  return {
    ...assertion,
    response: { ...assertion.response, ...change } as AuthenticationResponseJSON['response'],
  };
}

async function risks() {
  return (await world.db.owner()).query('SELECT kind, facts FROM identity.risk_event ORDER BY id');
}

function onlyPasskey(): Promise<Passkey> {
  const credentialId = Buffer.from(
    browser.device.authenticator.params.credentialsRepository?.loadCredentials()[0]?.publicKeyCredentialSource
      .id ?? [],
  );
  return world.portal.database.getRepository(Passkey).findOneByOrFail({ credentialId });
}
