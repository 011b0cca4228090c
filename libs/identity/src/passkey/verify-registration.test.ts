import * as fc from 'fast-check';
import type { Browser } from '../../test/browser.js';
import { newDevice } from '../../test/browser.js';
import { certifiedAttestation } from '../../test/attestation.js';
import { forgeRegistration, signAs } from '../../test/forge.js';
import { lan, minh, signUp } from '../../test/people.js';
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
  await (await world.db.owner()).query('TRUNCATE identity.throttle');
  await browser.signIn();
});

type Lies = Parameters<typeof forgeRegistration>[1];

/** One more passkey for Lan, made on a new device that tells these lies. */
async function register(lies: Lies = {}, device = newDevice()) {
  const { body } = await browser.postJson('/account/passkeys/challenge', {});
  const honest = device.createJSON(browser.origin, body.publicKey);
  return browser.postJson('/account/passkeys', { credential: forgeRegistration(honest, lies) });
}

test('options make a passkey that is found without a name, verifies its user, and is not made twice on a device', async () => {
  const { publicKey } = (await browser.postJson('/account/passkeys/challenge', {})).body;
  expect(publicKey).toMatchObject({
    rp: { id: 'localhost', name: 'Cổng dịch vụ công' },
    user: { name: lan.fullName },
    attestation: 'none',
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    pubKeyCredParams: [{ alg: -8 }, { alg: -7 }, { alg: -257 }],
    timeout: 300_000,
  });
  expect(publicKey.authenticatorSelection.authenticatorAttachment).toBeUndefined();
  expect(publicKey.excludeCredentials).not.toHaveLength(0);
  expect(Buffer.from(publicKey.user.id, 'base64url')).toHaveLength(64);
  expect(JSON.stringify(publicKey)).not.toContain(lan.idNumber);
});

test('a further passkey of the same person has the same user handle, and either signs in', async () => {
  const device = newDevice();
  expect((await register({}, device)).status).toBe(200);
  const owner = await world.portal.database.getRepository(Passkey).find({ where: { audience: 'portal' } });
  expect(new Set(owner.map(({ userHandle }) => userHandle.toString('hex'))).size).toBe(1);
  const other = world.browser('portal');
  other.device = device;
  expect((await other.signIn()).status).toBe(200);
});

test.each<[string, Lies]>([
  ['inside a frame of another site', { clientData: { crossOrigin: true } }],
  ['under another top page', { clientData: { topOrigin: 'https://elsewhere.example' } }],
  ['at another origin', { clientData: { origin: 'http://desk.localhost:3001' } }],
  ['as an assertion', { clientData: { type: 'webauthn.get' } }],
  ['for another relying party', { rpId: 'desk.localhost' }],
  ['without the device having verified its user', { flags: { userVerified: false } }],
  ['with an attestation of something else', { attest: () => certifiedAttestation(Buffer.from('else')) }],
  ['with an attestation without its certificates', { attest: () => ({ fmt: 'apple', attStmt: {} }) }],
  [
    'with an attestation of a format that is not checked',
    { attest: () => ({ fmt: 'compound', attStmt: {} }) },
  ],
  ['with an attestation whose certificates are no bytes', { attest: () => statement({ x5c: ['x'] }) }],
  [
    'with five certificates',
    { attest: () => statement({ x5c: Array.from({ length: 5 }, () => new Uint8Array(1)) }) },
  ],
])('a passkey made %s is refused', async (_, lies) => {
  const { status, body } = await register(lies);
  expect([status, body]).toEqual([
    400,
    expect.objectContaining({ code: 'passkey-not-accepted', facts: { passkey: 'refused' } }),
  ]);
});

function statement(attStmt: object) {
  return { fmt: 'packed', attStmt };
}

test('an attestation in order that nobody asked for is believed nothing', async () => {
  const { status } = await register({ attest: certifiedAttestation });
  expect(status).toBe(200);
  const newest = { order: { id: 'DESC' as const }, where: { audience: 'portal' as const } };
  expect(await world.portal.database.getRepository(Passkey).findOne(newest)).toMatchObject({
    attested: false,
  });
});

test('a browser may pass on that the passkey attests itself', async () => {
  const { body } = await browser.postJson('/account/passkeys/challenge', {});
  const device = newDevice();
  const honest = device.createJSON(browser.origin, body.publicKey);
  const credential = forgeRegistration(honest, {
    attest: (payload) => {
      const sig = new Uint8Array(signAs(device, honest.id, payload));
      return { fmt: 'packed', attStmt: { alg: -7, sig } };
    },
  });
  expect((await browser.postJson('/account/passkeys', { credential })).status).toBe(200);
});

test('a passkey whose id is not that in its authenticator data is refused', async () => {
  const { body } = await browser.postJson('/account/passkeys/challenge', {});
  const credential = { ...newDevice().createJSON(browser.origin, body.publicKey), id: 'AAAA', rawId: 'AAAA' };
  expect((await browser.postJson('/account/passkeys', { credential })).status).toBe(400);
});

test('a registration is good once, and used up by a failure too', async () => {
  const { body } = await browser.postJson('/account/passkeys/challenge', {});
  const credential = newDevice().createJSON(browser.origin, body.publicKey);
  const wrong = forgeRegistration(credential, { flags: { userVerified: false } });
  expect((await browser.postJson('/account/passkeys', { credential: wrong })).status).toBe(400);
  expect((await browser.postJson('/account/passkeys', { credential })).status).toBe(400);
});

test('a credential somebody has already cannot be taken over', async () => {
  const other = await signUp(world, minh);
  const { body } = await browser.postJson('/account/passkeys/challenge', {});
  const honest = newDevice().createJSON(browser.origin, body.publicKey);
  const { body: again } = await other.postJson('/account/passkeys/challenge', {});
  const taken = forgeRegistration(honest, { clientData: { challenge: again.publicKey.challenge } });
  expect((await browser.postJson('/account/passkeys', { credential: honest })).status).toBe(200);
  const { status, body: answer } = await other.postJson('/account/passkeys', { credential: taken });
  expect([status, answer.code]).toEqual([400, 'passkey-not-accepted']);
});

test('a device that has a passkey already does not make a second', async () => {
  const { body } = await browser.postJson('/account/passkeys/challenge', {});
  expect(() => browser.device.createJSON(browser.origin, body.publicKey)).toThrow('CREDENTIAL_EXCLUDED');
});

test('anything else than a registration is the same refusal', async () => {
  const { body } = await browser.postJson('/account/passkeys/challenge', {});
  const good = newDevice().createJSON(browser.origin, body.publicKey);
  const parts = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('AAAA', 'e30', good.id, good.response.clientDataJSON),
  );
  const shapes = fc.record({
    id: parts,
    rawId: parts,
    type: fc.constantFrom('public-key', 'x'),
    response: fc.record({ clientDataJSON: parts, attestationObject: parts, transports: fc.jsonValue() }),
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(shapes, fc.jsonValue()), async (credential) => {
      const { status, body: answer } = await browser.postJson('/account/passkeys', { credential });
      const code = JSON.stringify(credential).includes('__proto__')
        ? expect.any(String)
        : 'passkey-not-accepted';
      expect([status, answer.code]).toEqual([400, code]);
    }),
    { numRuns: 60 },
  );
});

test('a passkey is added only by who has just shown that it is them', async () => {
  world.db.clock.advance(5 * 60_000);
  const page = await browser.get('/account/passkeys/new');
  expect([page.status, page.headers.location]).toEqual([303, '/step-up?next=%2Faccount%2Fpasskeys%2Fnew']);
  expect((await browser.postJson('/account/passkeys/challenge', {})).body.code).toBe('step-up-needed');
  const before = browser.cookies.get('__Host-portal');
  const credential = await browser.assertion('/step-up/challenge');
  const done = await browser.postJson('/step-up', { credential, next: '/account/passkeys/new' });
  expect(done.body).toEqual({ next: '/account/passkeys/new' });
  expect(browser.cookies.get('__Host-portal')).not.toBe(before);
  expect((await browser.get('/account/passkeys/new')).status).toBe(200);
  expect((await register()).status).toBe(200);
});

test('signing out in one tab while stepping up in another is no fault, whichever comes first', async () => {
  const credential = await browser.assertion('/step-up/challenge');
  const [stepped, out] = await Promise.all([
    browser.postJson('/step-up', { credential }),
    browser.postForm('/sign-out', {}),
  ]);
  expect(out.status).toBe(303);
  expect([200, 401]).toContain(stepped.status);
});

test('stepping up does not make a session last longer than 12 hours', async () => {
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    world.db.clock.advance(20 * 60_000);
    await browser.get('/account');
  }
  await browser.postJson('/step-up', { credential: await browser.assertion('/step-up/challenge') });
  world.db.clock.advance(19 * 60_000);
  expect((await browser.get('/account')).status).toBe(200);
  world.db.clock.advance(60_000);
  expect((await browser.get('/account')).status).toBe(303);
});
