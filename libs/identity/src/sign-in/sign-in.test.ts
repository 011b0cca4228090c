import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import type { Browser } from '../../test/browser.js';

const long = { ...minh, idNumber: '001088000077', fullName: 'Vũ Hoàng Long' };

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await createWorld();
  world.register.add(long);
  browser = await signUp(world, lan);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  await (await world.db.owner()).query('TRUNCATE identity.throttle');
  await browser.postForm('/sign-out', {});
});

test('the page asks for no name: a field for the browser’s list of passkeys and a button that always works', async () => {
  const page = await world.browser('portal').get('/sign-in?next=/applications');
  expect(page.status).toBe(200);
  expect(page.text).toContain('autocomplete="username webauthn"');
  expect(page.text).toContain('data-passkey-button');
  expect(page.text).toContain('<noscript>');
  expect(page.text).toMatch(/<script type="module" src="\/assets\/passkey-/);
});

test('a passkey signs its owner in and leads to the page asked for', async () => {
  const signedIn = await browser.signIn('/applications?tab=1');
  expect([signedIn.status, signedIn.body.next]).toEqual([200, '/applications?tab=1']);
  expect((await browser.get('/account')).text).toContain(lan.fullName);
});

test('two challenges asked for at the same moment are both good, in whatever order they come', async () => {
  const fresh = world.browser('portal');
  await fresh.get('/sign-in');
  const known = new Map(fresh.cookies);
  await Promise.all([1, 2].map(() => fresh.postJson('/sign-in/challenge', {})));
  expect(fresh.cookies).toEqual(known);
});

test('options ask for verification, name no passkeys, and give time', async () => {
  const { body } = await world.browser('portal').postJson('/sign-in/challenge', {});
  expect(body).toMatchObject({
    publicKey: { userVerification: 'required', rpId: 'localhost', timeout: 300_000 },
  });
  expect(body.publicKey.allowCredentials ?? []).toEqual([]);
  expect(body.lifetimeSeconds).toBe(600);
});

test('cookies are bound to the host, out of reach of scripts and of other sites', async () => {
  const credential = await browser.assertion();
  const { headers } = await browser.postJson('/sign-in', { credential });
  const cookie = ([headers['set-cookie']].flat() as string[]).find((line) =>
    line.startsWith('__Host-portal='),
  );
  expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test('who is signed in needs no sign-in page', async () => {
  await browser.signIn();
  const page = await browser.get('/sign-in?next=/account');
  expect([page.status, page.headers.location]).toEqual([303, '/account']);
});

test('at a device known for them the use of a passkey is noted just the same, and the device once a month', async () => {
  const { clock } = world.db;
  const owner = await world.db.owner();
  await browser.signIn();
  const one = async (sql: string) => (await owner.query(sql))[0];
  const device = () => one('SELECT xmin::text AS version, last_seen_at AS seen FROM identity.known_device');
  const [known, before] = [await device(), await one('SELECT * FROM identity.passkey')];
  await owner.query('UPDATE identity.passkey SET backed_up = NOT backed_up');
  for (const days of [1, 31]) {
    await browser.postForm('/sign-out', {});
    clock.advance(days * 86_400_000);
    const { status, body } = await browser.signIn();
    expect([status, body.accepted.allAcceptedCredentialIDs]).toEqual([
      200,
      [before.credential_id.toString('base64url')],
    ]);
    const after = await one('SELECT * FROM identity.passkey');
    expect(after).toEqual({ ...before, sign_count: expect.any(String), last_used_at: clock.now() });
    expect(Number(after.sign_count)).toBeGreaterThan(Number(before.sign_count));
    expect(await one('SELECT * FROM identity.session ORDER BY created_at DESC LIMIT 1')).toMatchObject({
      owner_id: before.owner_id,
      passkey_id: before.id,
      authenticated_by: 'passkey',
      authenticated_at: clock.now(),
    });
    if (days === 1) expect(await device()).toEqual(known);
    else expect((await device()).seen).toEqual(clock.now());
  }
});

test('signing in gives a new token each time, and the one before is worth nothing', async () => {
  await browser.signIn();
  const before = new Map(browser.cookies);
  await browser.signIn();
  expect(browser.cookies.get('__Host-portal')).not.toBe(before.get('__Host-portal'));
  const thief = world.browser('portal');
  thief.cookies.set('__Host-portal', before.get('__Host-portal') ?? '');
  expect((await thief.get('/account')).headers.location).toBe('/sign-in?next=%2Faccount');
});

test('signing out ends the session at once, also for who kept the token', async () => {
  await browser.signIn();
  const token = browser.cookies.get('__Host-portal') ?? '';
  const out = await browser.postForm('/sign-out', {});
  expect([out.status, out.headers.location]).toEqual([303, '/']);
  expect(browser.cookies.has('__Host-portal')).toBe(false);
  browser.cookies.set('__Host-portal', token);
  expect((await browser.get('/account')).status).toBe(303);
  browser.cookies.delete('__Host-portal');
});

test('a session nobody uses ends after 30 minutes', async () => {
  await browser.signIn();
  world.db.clock.advance(29 * 60_000);
  expect((await browser.get('/account')).status).toBe(200);
  world.db.clock.advance(29 * 60_000);
  expect((await browser.get('/account')).status).toBe(200);
  world.db.clock.advance(30 * 60_000);
  expect((await browser.get('/account')).status).toBe(303);
  expect((await browser.get('/sign-in')).text).toContain('Phiên đăng nhập trước đã kết thúc');
  expect((await world.browser('portal').get('/sign-in')).text).not.toContain('Phiên đăng nhập trước');
});

test('a session ends after 12 hours, however busy', async () => {
  await browser.signIn();
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    world.db.clock.advance(20 * 60_000);
    expect((await browser.get('/account')).status).toBe(200);
  }
  world.db.clock.advance(20 * 60_000);
  expect((await browser.get('/account')).status).toBe(303);
});

test('requests within a minute write the session once at most', async () => {
  await browser.signIn();
  const owner = await world.db.owner();
  const version = () =>
    owner.query('SELECT xmin::text FROM identity.session ORDER BY created_at DESC LIMIT 1');
  const first = await version();
  world.db.clock.advance(59_000);
  await browser.get('/account');
  expect(await version()).toEqual(first);
  world.db.clock.advance(2000);
  await browser.get('/account');
  expect(await version()).not.toEqual(first);
});

test('another site can neither ask for a challenge nor sign anybody in or out', async () => {
  const credential = await browser.assertion();
  for (const path of ['/sign-in', '/sign-in/challenge', '/sign-out'])
    expect((await browser.postJson(path, { credential }, { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
});

test('the assertion of another browser is not accepted, though it is in order', async () => {
  const credential = await browser.assertion();
  const other = world.browser('portal');
  await other.postJson('/sign-in/challenge', {});
  expect((await other.postJson('/sign-in', { credential })).body.code).toBe('passkey-not-accepted');
  const fresh = world.browser('portal');
  expect((await fresh.postJson('/sign-in', { credential })).body.code).toBe('passkey-not-accepted');
});

const ask = () => browser.postJson('/sign-in/challenge', {});

test('many tries from one network are slowed down', async () => {
  const owner = await world.db.owner();
  await owner.query(`INSERT INTO identity.throttle VALUES ('sign-in-network:127.0.0.0/24', 3000, $1)`, [
    Date.now() + 60_000,
  ]);
  let answer = await ask();
  // A process counts 20 at once: it may still hand out 19 that were counted before.
  for (let tries = 0; tries < 19 && answer.status === 200; tries += 1) answer = await ask();
  expect([answer.status, answer.body.code]).toEqual([429, 'network-busy']);
  expect((await ask()).status).toBe(429);
});

test('a busy network is counted 20 tries at a time, and no try is counted twice', async () => {
  const owner = await world.db.owner();
  const points = async () =>
    (await owner.query(`SELECT points FROM identity.throttle WHERE key LIKE 'sign-in-network:%'`))[0]
      ?.points ?? 0;
  const seen = new Set<number>();
  for (let tries = 0; tries < 60; tries += 1) {
    await ask();
    seen.add(await points());
  }
  expect([...seen].filter((each) => each > 0)).toEqual(expect.arrayContaining([20, 40]));
  expect(Math.max(...seen)).toBe(60);
});

test('a stranger’s thousand failures with the owner’s own passkey do not hold the owner up', async () => {
  const stranger = world.browser('portal');
  const { id } = await browser.assertion();
  const statuses = new Map<number, number>();
  for (let tries = 0; tries < 1000; tries += 1) {
    const response = { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' };
    const credential = { id, rawId: id, type: 'public-key', response };
    const { status } = await stranger.postJson('/sign-in', { credential });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses]).toEqual([
    [400, 100],
    [429, 900],
  ]);
  expect((await browser.signIn()).status).toBe(200);
});

test('failures are counted alike for a passkey that exists and for one that does not', async () => {
  const { id: known, response } = await browser.assertion();
  const answers = async (id: string) => {
    const seen: string[] = [];
    for (let tries = 0; tries < 101; tries += 1) {
      const credential = { id, rawId: id, type: 'public-key', response: { ...response, signature: 'AAAA' } };
      const { status, body } = await browser.postJson('/sign-in', { credential });
      seen.push(`${status} ${body.code}`);
    }
    return seen;
  };
  const unknownAnswers = await answers('AAAA');
  expect(unknownAnswers.slice(99)).toEqual(['400 passkey-not-accepted', '429 too-many-tries']);
  expect(await answers(known)).toEqual(unknownAnswers);
});

test('two people sign in on one device, each as themselves', async () => {
  const shared = world.browser('portal');
  shared.device = browser.device;
  await signUp(world, minh, shared);
  expect((await shared.get('/account')).text).toContain(minh.fullName);
});

test('a page that was shown to one of them is not sent as the other’s, and waits with what was typed', async () => {
  const hers = world.browser('portal');
  hers.device = browser.device;
  await hers.signIn();
  const page = await hers.get('/account/contact');
  const formOf = /name="form-of" value="([\w-]+)"/.exec(page.text)?.[1] ?? '';
  const form = { address: 'lan@example.com', 'form-of': formOf };
  const his = await signUp(world, long, world.browser('portal'));
  const refused = await his.postForm('/account/contact', form);
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringContaining('data-code="form-of-another"'),
  ]);
  expect(refused.text).toContain('value="lan@example.com"');
  const [again] = /<form[^>]*action="\/account\/contact".*?<\/form>/s.exec(refused.text) ?? [];
  expect(again?.match(/name="form-of" value="[\w-]+"/g)).toEqual([`name="form-of" value="${formOf}"`]);
  expect((await his.get('/account/contact')).text).not.toContain('lan@example.com');
  expect((await hers.postForm('/account/contact', form)).headers.location).toContain('done=code-sent');
  expect((await his.postForm('/sign-out', { 'form-of': formOf })).status).toBe(303);
});
