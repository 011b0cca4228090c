import { appointOfficer, type Officer } from '#lib/organisations';
import type { Browser } from '../../test/browser.js';
import { fillPasskeys } from '../../test/fill-passkeys.js';
import { lan, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { Passkey } from '../passkey/passkey.entity.js';

let world: World;
let officer: Officer;

beforeAll(async () => {
  world = await createWorld();
  const owner = await world.db.owner();
  const [agency] = await owner.query('SELECT id FROM organisations.agency LIMIT 1');
  officer = await appointOfficer(owner.manager, {
    staffNumber: 'CB-001',
    fullName: 'Vũ Thị Hạnh',
    role: 'intake',
    agencyId: agency.id,
    at: new Date('2026-01-01T00:00:00Z'),
  });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  const owner = await world.db.owner();
  await owner.query('TRUNCATE identity.throttle, identity.enrolment, identity.passkey');
  await owner.query('UPDATE organisations.officer_role SET valid_until = NULL WHERE officer_id = $1', [
    officer.id,
  ]);
});

const asSystem = () => ({ authorization: `Bearer ${world.desk.config.secrets.nationalApiKey}` });

async function issueToken(): Promise<string> {
  const { body } = await world
    .browser('desk')
    .postJson('/api/enrolment-links', { officerId: officer.id }, asSystem());
  return new URL(body.url).searchParams.get('token') ?? '';
}

async function enrol(): Promise<Browser> {
  const browser = world.browser('desk');
  const done = await browser.register('/enrol/challenge', '/enrol', { token: await issueToken() });
  expect([done.status, done.body]).toEqual([200, { next: '/' }]);
  return browser;
}

/** The desk has no page of its own here; a signed-in officer is led away from the sign-in page. */
const isSignedIn = async (browser: Browser) => (await browser.get('/sign-in')).status === 303;

test('with the link an officer registers a passkey at the desk and is signed in', async () => {
  const { status, body } = await world
    .browser('desk')
    .postJson('/api/enrolment-links', { officerId: officer.id }, asSystem());
  expect([status, body]).toEqual([
    201,
    {
      url: expect.stringMatching(/^http:\/\/desk\.localhost:3001\/enrol\?token=[\w-]{43}$/),
      expiresAt: '2026-11-21T03:05:00.000Z',
    },
  ]);
  const browser = world.browser('desk');
  const page = await browser.get(body.url.slice('http://desk.localhost:3001'.length));
  expect(page.text).toContain(officer.fullName);
  const token = new URL(body.url).searchParams.get('token');
  expect((await browser.register('/enrol/challenge', '/enrol', { token })).status).toBe(200);
  expect(browser.cookies.has('__Host-desk')).toBe(true);
  expect(await isSignedIn(browser)).toBe(true);
  expect(await world.desk.database.getRepository(Passkey).findOneBy({ ownerId: officer.id })).toMatchObject({
    audience: 'desk',
  });
});

test('afterwards the passkey signs in', async () => {
  const browser = await enrol();
  await browser.postForm('/sign-out', {});
  expect(await isSignedIn(browser)).toBe(false);
  expect((await browser.signIn()).body.next).toBe('/');
  expect(await isSignedIn(browser)).toBe(true);
});

test('a link works once', async () => {
  const token = await issueToken();
  const first = world.browser('desk');
  const second = world.browser('desk');
  const prepared = (await second.postJson('/enrol/challenge', { token })).body.publicKey;
  expect((await first.register('/enrol/challenge', '/enrol', { token })).status).toBe(200);
  const credential = second.device.createJSON(second.origin, prepared);
  const late = await second.postJson('/enrol', { token, credential });
  expect([late.status, late.body.code]).toEqual([410, 'enrolment-link-not-valid']);
  expect((await second.get(`/enrol?token=${token}`)).status).toBe(410);
});

test('two who use one link in the same instant get one passkey between them', async () => {
  const token = await issueToken();
  const before = await world.desk.database.getRepository(Passkey).count();
  const ready = await Promise.all(
    [world.browser('desk'), world.browser('desk')].map(async (browser) => {
      const { body } = await browser.postJson('/enrol/challenge', { token });
      return { browser, credential: browser.device.createJSON(browser.origin, body.publicKey) };
    }),
  );
  const done = await Promise.all(
    ready.map(({ browser, credential }) => browser.postJson('/enrol', { token, credential })),
  );
  expect(done.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  expect(await world.desk.database.getRepository(Passkey).count()).toBe(before + 1);
});

test('a link works for 24 hours', async () => {
  const token = await issueToken();
  world.db.clock.advance(24 * 3_600_000 - 1);
  expect((await world.browser('desk').get(`/enrol?token=${token}`)).status).toBe(200);
  world.db.clock.advance(1);
  expect((await world.browser('desk').get(`/enrol?token=${token}`)).status).toBe(410);
});

test('a link that failed to register can be tried again', async () => {
  const token = await issueToken();
  const browser = world.browser('desk');
  await browser.postJson('/enrol/challenge', { token });
  expect((await browser.postJson('/enrol', { token, credential: {} })).status).toBe(400);
  expect((await browser.register('/enrol/challenge', '/enrol', { token })).status).toBe(200);
});

test.each([undefined, '', 'x', 7, null, {}, ['a'], '%', 'A'.repeat(43)])(
  'the token %p is no link',
  async (token) => {
    const { status, body } = await world.browser('desk').postJson('/enrol/challenge', { token });
    expect([status, body.code]).toEqual([410, 'enrolment-link-not-valid']);
  },
);

test('an officer has twenty passkeys at the most, and removes one at the desk to register another', async () => {
  const browser = await enrol();
  const token = await issueToken();
  await fillPasskeys(await world.db.owner(), officer.id, 20);
  const refused = await world.browser('desk').postJson('/enrol/challenge', { token });
  expect([refused.status, refused.body.code]).toEqual([409, 'too-many-passkeys']);
  expect((await browser.get(`/enrol?token=${token}`)).text).toContain('gỡ một khóa không còn dùng');

  expect((await browser.get('/account/sessions')).text).toContain('href="/account/passkeys"');
  const list = await browser.get('/account/passkeys');
  const removal = /\/account\/passkeys\/[\w-]+\/removal/.exec(list.text)?.[0] ?? '';
  expect((await browser.get(removal)).status).toBe(200);
  const removed = await browser.postForm(removal, {});
  expect([removed.status, removed.headers.location]).toEqual([303, '/account/passkeys?done=removed']);
  expect((await world.browser('desk').register('/enrol/challenge', '/enrol', { token })).status).toBe(200);
});

test('links are given to systems with the key alone, and for officers there are', async () => {
  const browser = await enrol();
  expect((await browser.postJson('/api/enrolment-links', { officerId: officer.id })).status).toBe(401);
  for (const officerId of ['00000000-0000-7000-8000-000000000000', 'x', 7, undefined]) {
    const { status, body } = await browser.postJson('/api/enrolment-links', { officerId }, asSystem());
    expect([status, body.code]).toEqual([404, 'officer-unknown']);
  }
});

test('an officer whose roles are taken away is out at once, and back as soon as one is given', async () => {
  const browser = await enrol();
  const owner = await world.db.owner();
  const rolesUntil = (end: Date | null) =>
    owner.query('UPDATE organisations.officer_role SET valid_until = $2 WHERE officer_id = $1', [
      officer.id,
      end,
    ]);
  await rolesUntil(world.db.clock.now());
  expect(await isSignedIn(browser)).toBe(false);
  const { status, body } = await browser.signIn();
  expect([status, body.code]).toEqual([403, 'no-role']);
  await rolesUntil(null);
  expect(await isSignedIn(browser)).toBe(true);
});

test('an officer’s session ends after 15 idle minutes and after 8 hours in all', async () => {
  const browser = await enrol();
  world.db.clock.advance(14 * 60_000);
  expect(await isSignedIn(browser)).toBe(true);
  world.db.clock.advance(15 * 60_000);
  expect(await isSignedIn(browser)).toBe(false);
  await browser.signIn();
  for (let minutes = 10; minutes < 8 * 60; minutes += 10) {
    world.db.clock.advance(10 * 60_000);
    expect(await isSignedIn(browser)).toBe(true);
  }
  world.db.clock.advance(10 * 60_000);
  expect(await isSignedIn(browser)).toBe(false);
});

test('a passkey of the desk opens nothing at the portal, nor the other way round', async () => {
  const atDesk = await enrol();
  const atPortal = await signUp(world, lan);
  await atPortal.postForm('/sign-out', {});
  for (const [own, other] of [
    [atDesk, world.browser('portal')],
    [atPortal, world.browser('desk')],
  ] as const) {
    const { publicKey } = (await other.postJson('/sign-in/challenge', {})).body;
    // The browser would not offer it: the device is made to sign for the other host all the same.
    const rpId = new URL(own.origin).hostname;
    const credential = own.device.getJSON(own.origin, { ...publicKey, rpId });
    const { status, body } = await other.postJson('/sign-in', { credential });
    expect([status, body.code]).toEqual([400, 'passkey-not-accepted']);
  }
});

test('a session of the portal is nothing at the desk, even under the desk’s cookie', async () => {
  const atPortal = await signUp(world, { ...lan, idNumber: '001190077777' });
  const thief = world.browser('desk');
  thief.cookies.set('__Host-desk', atPortal.cookies.get('__Host-portal') ?? '');
  expect(await isSignedIn(thief)).toBe(false);
});

test('the database itself keeps the portal from the desk’s passkeys and sessions', async () => {
  await enrol();
  const asPortal = world.portal.database;
  for (const table of ['passkey', 'session'])
    expect(await asPortal.query(`SELECT 1 FROM identity.${table} WHERE audience = 'desk'`)).toEqual([]);
  const forged = asPortal.query(
    `INSERT INTO identity.session SELECT gen_random_uuid(), '\\x00', 'desk', $1, now(), now(), now(), now(), '', ''`,
    [officer.id],
  );
  await expect(forged).rejects.toThrow('row-level security');
  await expect(asPortal.query('SELECT 1 FROM identity.enrolment')).rejects.toThrow('permission denied');
  await expect(world.desk.database.query('SELECT id_number_sealed FROM identity.person')).rejects.toThrow(
    'permission denied',
  );
});
