import { appointOfficer } from '#lib/organisations';
import type { Browser } from '../../test/browser.js';
import { lan, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { Session } from './session.entity.js';

const minute = 60_000;
let world: World;
let citizen: Browser;
let officer: Browser;

beforeAll(async () => {
  world = await createWorld();
  citizen = await signUp(world, lan);
  officer = await enrolledOfficer();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  await (await world.db.owner()).query('TRUNCATE identity.throttle');
  await citizen.signIn();
  await officer.signIn();
});

const isIn = async (browser: Browser) => (await browser.get('/sign-in')).status === 303;
const cookie = (browser: Browser) =>
  browser.cookies.get('__Host-portal') ?? browser.cookies.get('__Host-desk');
const sessionIn = (page: { text: string }) =>
  JSON.parse(/data-session="([^"]*)"/.exec(page.text)?.[1]?.replaceAll('&quot;', '"') ?? 'null');

test.each([
  ['a citizen', () => citizen, 30, 12],
  ['an officer', () => officer, 15, 8],
])(
  '%s stays signed in for so many minutes without a request, to the millisecond',
  async (_, who, idleMinutes) => {
    world.db.clock.advance(idleMinutes * minute - 1);
    expect(await isIn(who())).toBe(true);
    world.db.clock.advance(idleMinutes * minute);
    expect(await isIn(who())).toBe(false);
  },
);

test.each([
  ['a citizen', () => citizen, 12],
  ['an officer', () => officer, 8],
])('%s stays signed in for so many hours at most, however busy', async (_, who, hours) => {
  for (let passed = 10; passed < hours * 60; passed += 10) {
    world.db.clock.advance(10 * minute);
    expect(await isIn(who())).toBe(true);
  }
  world.db.clock.advance(10 * minute - 1);
  expect(await isIn(who())).toBe(true);
  world.db.clock.advance(1);
  expect(await isIn(who())).toBe(false);
});

test('signing in and stepping up each give a new token and a new session, and the one before is worth nothing', async () => {
  const first = cookie(citizen);
  await citizen.signIn();
  const second = cookie(citizen);
  await citizen.postJson('/step-up', { credential: await citizen.assertion('/step-up/challenge') });
  const third = cookie(citizen);
  expect(new Set([first, second, third]).size).toBe(3);
  for (const old of [first, second]) {
    const thief = world.browser('portal');
    thief.cookies.set('__Host-portal', old ?? '');
    expect(await isIn(thief)).toBe(false);
  }
  expect(await isIn(citizen)).toBe(true);
  expect(await world.portal.database.getRepository(Session).countBy({ audience: 'portal' })).toBe(1);
});

test.each([
  ['a citizen', () => citizen],
  ['an officer', () => officer],
])('%s who asks to stay is seen at that moment, and no later than the session lasts', async (_, who) => {
  world.db.clock.advance(14 * minute + 30_000);
  await who().get('/sign-in');
  // Within a minute of the last note, a request alone would not be noted.
  world.db.clock.advance(59_000);
  expect((await who().postJson('/session/extension', {})).status).toBe(204);
  world.db.clock.advance(14 * minute + 59_000);
  expect(await isIn(who())).toBe(true);
});

test('who is not signed in any more cannot stay, and another site cannot make anybody stay', async () => {
  expect((await citizen.postJson('/session/extension', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(
    403,
  );
  world.db.clock.advance(30 * minute);
  expect((await citizen.postJson('/session/extension', {})).status).toBe(401);
  expect((await world.browser('portal').postJson('/session/extension', {})).status).toBe(401);
});

test('each page of who is signed in knows when the session ends, and no other page does', async () => {
  world.db.clock.advance(20 * minute);
  await citizen.get('/account');
  world.db.clock.advance(59_000);
  const page = await citizen.get('/account');
  expect(sessionIn(page)).toEqual({
    idleLeftSeconds: 30 * 60 - 59,
    leftSeconds: 12 * 3600 - 20 * 60 - 59,
    idleSeconds: 30 * 60,
  });
  expect(page.text).toMatch(/src="\/assets\/session-/);
  expect((await world.browser('portal').get('/sign-in')).text).not.toContain('data-session=');
});

test('who signed in again in another tab is led back to the first', async () => {
  const page = await citizen.get('/session/renewed');
  expect(page.text).toContain('Hãy đóng thẻ này và quay về thẻ trước');
});

async function enrolledOfficer(): Promise<Browser> {
  const owner = await world.db.owner();
  const [agency] = await owner.query('SELECT id FROM organisations.agency LIMIT 1');
  const { id: officerId } = await appointOfficer(owner.manager, {
    staffNumber: 'CB-001',
    fullName: 'Vũ Thị Hạnh',
    role: 'intake',
    agencyId: agency.id,
    at: new Date('2026-01-01T00:00:00Z'),
  });
  const browser = world.browser('desk');
  const key = { authorization: `Bearer ${world.desk.config.secrets.nationalApiKey}` };
  const { body } = await browser.postJson('/api/enrolment-links', { officerId }, key);
  const token = new URL(body.url).searchParams.get('token');
  expect((await browser.register('/enrol/challenge', '/enrol', { token })).status).toBe(200);
  return browser;
}
