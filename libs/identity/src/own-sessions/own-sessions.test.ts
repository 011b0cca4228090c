import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Browser } from '../../test/browser.js';
import { identityOfficer, type OfficerAtCounter } from '../../test/officers.js';
import { lan, minh, signUp } from '../../test/people.js';
import { startPortal } from '../../test/start-app.js';
import { createWorld, type World } from '../../test/world.js';
import { Session } from '../session/session.entity.js';

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';

let world: World;
let here: Browser;
/** The portal once more, as another process runs it: its own connections to the same database. */
let otherProcess: NestFastifyApplication;

beforeAll(async () => {
  world = await createWorld();
  otherProcess = await startPortal(await world.db.platform('portal'));
});
afterAll(async () => {
  await otherProcess.close();
  await world.close();
});
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  const owner = await world.db.owner();
  await owner.query(
    `TRUNCATE identity.throttle, identity.passkey, identity.session, identity.known_device,
       notifications.inbox_entry, identity.person CASCADE`,
  );
  here = await signUp(world, lan, Object.assign(world.browser('portal'), { userAgent: windows }));
});

const list = '/account/sessions';

/** Lan in another browser, with the same passkey. */
async function elsewhere(userAgent = iphone): Promise<Browser> {
  const browser = Object.assign(world.browser('portal'), { userAgent, device: here.device });
  expect((await browser.signIn()).status).toBe(200);
  return browser;
}

const sessionOf = async ({ userAgent }: Browser) =>
  (await world.portal.database.getRepository(Session).findOneByOrFail({ userAgent: userAgent ?? '' })).id;
const notices = async () =>
  (await world.db.owner()).query(
    `SELECT title->>'en' AS title, body->>'en' AS body FROM notifications.inbox_entry ORDER BY id`,
  );
const isSignedIn = async (browser: Browser) => (await browser.get('/account')).status === 200;

test('each session is shown with its device in words, its network and its times, and this one is marked', async () => {
  await elsewhere();
  const { text } = await here.get(list);
  expect(text).toContain('Chrome trên Windows');
  expect(text).toContain('Safari trên iPhone');
  expect(text).toContain('Chính máy đang chạy cổng');
  expect(text).not.toContain('127.0.0.1');
  expect(text).toContain('10:05 thứ Sáu 20/11/2026');
  expect(text.match(/Thiết bị này/g)).toHaveLength(1);
});

test('a session that ended by itself is not shown', async () => {
  await elsewhere();
  world.db.clock.advance(29 * 60_000);
  await here.get(list);
  world.db.clock.advance(2 * 60_000);
  expect((await here.get(list)).text).not.toContain('Safari trên iPhone');
});

test('one session is ended without a passkey, and at once in every process', async () => {
  const stranger = await elsewhere();
  const inOtherProcess = new Browser(otherProcess.getHttpServer(), stranger.origin);
  for (const [name, value] of stranger.cookies) inOtherProcess.cookies.set(name, value);
  expect(await isSignedIn(inOtherProcess)).toBe(true);
  world.db.clock.advance(10 * 60_000);
  const ended = await here.postForm(`${list}/${await sessionOf(stranger)}/ending`, {});
  expect([ended.status, ended.headers.location]).toEqual([303, `${list}?done=ended`]);
  expect((await here.get(`${list}?done=ended`)).text).toContain('Đã kết thúc phiên đó');
  expect(await isSignedIn(inOtherProcess)).toBe(false);
  expect(await isSignedIn(stranger)).toBe(false);
  expect(await isSignedIn(here)).toBe(true);
});

test('all others are ended by who has just used a passkey', async () => {
  const others = [await elsewhere(), await elsewhere(windows)];
  world.db.clock.advance(5 * 60_000);
  const look = await here.get(`${list}/others/ending`);
  expect([look.status, look.headers.location]).toEqual([
    303,
    `/step-up?next=${encodeURIComponent(`${list}/others/ending`)}`,
  ]);
  expect((await here.postForm(`${list}/others/ending`, {})).status).toBe(403);
  await here.postJson('/step-up', { credential: await here.assertion('/step-up/challenge') });
  expect((await here.get(`${list}/others/ending`)).status).toBe(200);
  expect((await here.postForm(`${list}/others/ending`, {})).status).toBe(303);
  for (const other of others) expect(await isSignedIn(other)).toBe(false);
  expect(await isSignedIn(here)).toBe(true);
});

test('nobody ends the session of somebody else', async () => {
  const stranger = await signUp(world, minh);
  await stranger.postForm(`${list}/${await sessionOf(here)}/ending`, {});
  await stranger.postForm(`${list}/others/ending`, {});
  expect(await isSignedIn(here)).toBe(true);
  expect((await stranger.postForm(`${list}/x/ending`, {})).status).toBe(404);
});

test('the first device is no news, nor one that was seen before; a new device is', async () => {
  expect(await notices()).toEqual([]);
  await elsewhere(windows);
  expect(await notices()).toEqual([]);
  await elsewhere(iphone);
  expect(await notices()).toEqual([
    {
      title: 'Sign-in from a new place',
      body: expect.stringContaining('Safari on iPhone (the machine the portal runs on)'),
    },
  ]);
  await elsewhere(iphone);
  world.db.clock.advance(60 * 86_400_000);
  await elsewhere(iphone);
  expect(await notices()).toHaveLength(1);
});

test('stepping up is no sign-in from a new place', async () => {
  here.userAgent = iphone;
  await here.postJson('/step-up', { credential: await here.assertion('/step-up/challenge') });
  expect(await notices()).toEqual([]);
});

const deskSessionOf = async ({ userAgent }: Browser) =>
  (await world.desk.database.getRepository(Session).findOneByOrFail({ userAgent: userAgent ?? '' })).id;
const signedIn = async (browser: Browser) => (await browser.get(list)).status === 200;
const isTold = async (at: Browser, path = '/counter') =>
  (await at.get(path)).text.includes('thiết bị chưa từng thấy');

describe('at the desk', () => {
  let officer: OfficerAtCounter;
  beforeEach(async () => {
    const owner = await world.db.owner();
    await owner.query('TRUNCATE identity.device_notice, identity.session');
    officer = await identityOfficer(world);
  });

  /** The officer in another browser, with the same security key. */
  async function elsewhereAtTheDesk(userAgent: string): Promise<Browser> {
    const { device } = officer.browser;
    const browser = Object.assign(world.browser('desk'), { userAgent, device });
    expect((await browser.signIn()).status).toBe(200);
    return browser;
  }

  test('an officer sees the own sessions, ends one, and ends all others', async () => {
    const { browser } = officer;
    const others = [await elsewhereAtTheDesk(windows), await elsewhereAtTheDesk(iphone)];
    const { text } = await browser.get(list);
    for (const said of ['Chrome trên Windows', 'Safari trên iPhone', 'Chính máy đang chạy cổng'])
      expect(text).toContain(said);
    await browser.postForm(`${list}/${await deskSessionOf(others[0] as Browser)}/ending`, {});
    expect(await Promise.all(others.map(signedIn))).toEqual([false, true]);
    const ended = await browser.postForm(`${list}/others/ending`, {});
    expect(ended.headers.location).toBe(`${list}?done=others-ended`);
    expect([await signedIn(others[1] as Browser), await signedIn(browser)]).toEqual([false, true]);
  });

  test('a new device is said on every page of all other sessions until it is seen', async () => {
    const { browser } = officer;
    expect(await isTold(browser)).toBe(false);
    const stranger = await elsewhereAtTheDesk(iphone);
    expect([await isTold(browser), await isTold(stranger)]).toEqual([true, false]);
    await stranger.postForm(`${list}/notices/seen`, {});
    expect((await browser.get(list)).text).toContain('Safari trên iPhone (chính máy đang chạy cổng), lúc');
    const seen = await browser.postForm(`${list}/notices/seen`, {});
    expect(seen.headers.location).toBe(`${list}?done=seen`);
    expect([await isTold(browser), (await browser.get(list)).text.includes('Đúng là tôi')]).toEqual([
      false,
      false,
    ]);
    await elsewhereAtTheDesk(iphone);
    expect(await isTold(browser)).toBe(false);
  });

  test('nobody touches sessions or notices of another officer', async () => {
    const other = await identityOfficer(world);
    await elsewhereAtTheDesk(iphone);
    await other.browser.postForm(`${list}/notices/seen`, {});
    const mine = await elsewhereAtTheDesk(windows);
    await other.browser.postForm(`${list}/${await deskSessionOf(mine)}/ending`, {});
    await other.browser.postForm(`${list}/others/ending`, {});
    expect(await signedIn(mine)).toBe(true);
    expect((await officer.browser.get(list)).text).toContain('Đúng là tôi');
  });
});
