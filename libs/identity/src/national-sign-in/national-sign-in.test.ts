import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { Browser } from '../../test/browser.js';
import { child, lan, minh, signUp } from '../../test/people.js';
import { startPortal } from '../../test/start-app.js';
import { createWorld, type World } from '../../test/world.js';
import { challengeOf, type Lies, startLyingProvider } from './provider.fixture.js';

const level1 = 'urn:x-vn-eid:level-1';
const level2 = 'urn:x-vn-eid:level-2';
type Claims = Record<string, unknown>;
type LyingProvider = Awaited<ReturnType<typeof startLyingProvider>>;

let world: World;
let provider: LyingProvider;
let portal: NestFastifyApplication;
let owner: DataSource;

beforeAll(async () => {
  world = await createWorld();
  provider = await startLyingProvider('/idp');
  portal = await newPortal();
  owner = await world.db.owner();
  world.register.add(lan, minh, child);
});
beforeEach(async () => {
  provider.lie({});
  world.db.clock.set(new Date());
  await owner.query('DELETE FROM identity.federated_identity; DELETE FROM identity.risk_event');
});
afterAll(async () => {
  await portal.close();
  provider.close();
  await world.close();
});

/** A portal that has not asked the provider yet who it is. */
async function newPortal() {
  const hosts = { SANDBOX_ORIGIN: provider.url, SANDBOX_INTERNAL_URL: provider.url };
  return startPortal(await world.db.platform('portal', hosts), world.registries);
}
const newBrowser = () => new Browser(portal.getHttpServer(), 'http://localhost:3000');
const claimsOf = (who: typeof lan, more: Claims = {}): Claims => ({
  sub: `subject-of-${who.idNumber}`,
  acr: level2,
  id_number: who.idNumber,
  name: who.fullName,
  birthdate: who.birthDate,
  ...more,
});
const begin = async (browser: Browser, query = '') =>
  (await browser.get(`/sign-in/national${query}`)).headers.location as string;

/** Signs in as the claims say; what came back from the callback. */
async function signIn(claims: Claims, browser = newBrowser(), query = '?next=/procedures') {
  return browser.get(provider.answer(await begin(browser, query), claims));
}
const personId = async (who: typeof lan) =>
  (await owner.query('SELECT id, assurance FROM identity.person WHERE full_name = $1', [who.fullName]))[0];
const risks = () => owner.query('SELECT kind, owner_id, passkey_id FROM identity.risk_event');

test('the provider is asked once who it is, however many begin to sign in first', async () => {
  const begun = await Promise.all(Array.from({ length: 20 }, () => begin(newBrowser())));
  expect(begun.every((address) => address.startsWith(provider.url))).toBe(true);
  expect(provider.discoveries()).toBe(1);
});

test('the request has all that protects it: PKCE, state, nonce, levels, a fresh sign-in', async () => {
  const asked = new URL(await begin(newBrowser())).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    code_challenge_method: 'S256',
    acr_values: `${level2} ${level1}`,
    prompt: 'login',
    max_age: '300',
    redirect_uri: 'http://localhost:3000/sign-in/national/callback',
  });
  for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked.get(secret)).toMatch(/^[\w-]{43}$/);
});

test('who has an account is bound by ID number, told of it and raised; then subject alone finds them', async () => {
  await signUp(world, lan);
  expect((await personId(lan)).assurance).toBe(1);
  const browser = newBrowser();
  const done = await signIn(claimsOf(lan), browser);
  expect([done.status, done.headers.location]).toEqual([303, '/procedures']);
  expect((await browser.get('/account')).text).toContain(lan.fullName);
  expect((await personId(lan)).assurance).toBe(2);
  expect((await browser.get('/inbox')).status).toBe(404);
  const notices = await owner.query(
    `SELECT title->>'en' AS title FROM notifications.inbox_entry WHERE title->>'en' LIKE 'The national%'`,
  );
  expect(notices).toHaveLength(1);
  const asked = world.register.asked.length;
  expect((await signIn(claimsOf(lan, { name: 'Phạm Thị Lan Anh' }))).status).toBe(303);
  expect(world.register.asked.length).toBe(asked);
  const sent = provider.exchanged.at(-1);
  expect(challengeOf(sent?.get('code_verifier') ?? '')).toMatch(/^[\w-]{43}$/);
});

test('who has none gets one from the register, and is offered a passkey, not forced', async () => {
  const browser = newBrowser();
  const done = await signIn(claimsOf(minh, { acr: level1 }), browser);
  expect(done.headers.location).toBe('/account/passkey-offer?next=%2Fprocedures');
  const offer = await browser.get(done.headers.location as string);
  expect(offer.text).toContain('href="/procedures"');
  expect(await personId(minh)).toMatchObject({ assurance: 1 });
  const [session] = await owner.query(
    `SELECT authenticated_by, passkey_id FROM identity.session WHERE owner_id = $1`,
    [(await personId(minh)).id],
  );
  expect(session).toEqual({ authenticated_by: 'national-identity', passkey_id: null });
  const added = await browser.register('/account/passkeys/challenge', '/account/passkeys', {
    next: '/procedures',
  });
  expect(added.body.next).toBe('/procedures');
  const [proof] = await owner.query(
    'SELECT method, level, evidence FROM identity.proofing WHERE person_id = $1',
    [(await personId(minh)).id],
  );
  expect(proof).toMatchObject({ method: 'national-identity', level: 1, evidence: { acr: level1 } });
});

test('a passkey is added with an identity as sure as the one held, shown within five minutes', async () => {
  const browser = newBrowser();
  const newPasskey = async () => {
    const page = await browser.get('/account/passkeys/new');
    return [page.status, (await browser.postJson('/account/passkeys/challenge', {})).status];
  };
  const clock = () => Math.floor(world.db.clock.now().getTime() / 1000);
  await signIn(claimsOf(lan, { auth_time: clock() - 240 }), browser);
  expect(await newPasskey()).toEqual([200, 200]);
  world.db.clock.advance(60_000);
  expect(await newPasskey()).toEqual([303, 403]);
  world.db.clock.set(new Date());
  await signIn(claimsOf(lan, { acr: level1 }), browser);
  expect((await personId(lan)).assurance).toBe(2);
  expect(await newPasskey()).toEqual([303, 403]);
  const page = await browser.get('/step-up?next=/account/passkeys/new');
  expect(page.text).toContain('/sign-in/national?next=%2Faccount%2Fpasskeys%2Fnew&amp;level=2');
  await signIn(claimsOf(lan), browser);
  expect(await newPasskey()).toEqual([200, 200]);
});

test('a child and somebody the register knows otherwise get no account', async () => {
  for (const claims of [claimsOf(child), claimsOf(minh, { sub: 'x', id_number: '001088000043' })])
    expect((await signIn(claims)).text).toContain('data-code="not-matched"');
  expect((await signIn(claimsOf(lan, { birthdate: '1991-03-27' }))).text).toContain(
    'data-code="not-matched"',
  );
  expect(await risks()).toMatchObject([{ kind: 'federated-data-differ', passkey_id: null }]);
});

test('a bound subject with another ID number is refused and written down', async () => {
  await signIn(claimsOf(lan));
  const answer = await signIn({ ...claimsOf(minh), sub: claimsOf(lan).sub });
  expect([answer.status, answer.headers['set-cookie']]).toEqual([409, undefined]);
  expect(answer.text).toContain('data-code="bound-elsewhere"');
  expect(await risks()).toMatchObject([
    { kind: 'federated-id-number-differs', owner_id: (await personId(lan)).id },
  ]);
});

test('a second subject with the same ID number is refused and written down', async () => {
  await signIn(claimsOf(lan));
  expect((await signIn(claimsOf(lan, { sub: 'another' }))).text).toContain('data-code="bound-elsewhere"');
  expect(await risks()).toMatchObject([{ kind: 'federated-subject-differs' }]);
});

test('who is signed in cannot become somebody else by the way', async () => {
  const browser = newBrowser();
  await signIn(claimsOf(lan), browser);
  expect((await signIn(claimsOf(minh), browser)).text).toContain('data-code="other-person"');
  expect((await browser.get('/account')).text).toContain(lan.fullName);
});

test('the answer is good in the browser that asked, once, in time', async () => {
  const browser = newBrowser();
  const callback = provider.answer(await begin(browser), claimsOf(lan));
  const stranger = newBrowser();
  await begin(stranger);
  for (const other of [newBrowser(), stranger])
    expect((await other.get(callback)).text).toContain('data-code="expired"');
  expect((await browser.get(callback)).status).toBe(303);
  expect((await browser.get(callback)).text).toContain('data-code="expired"');
  const late = newBrowser();
  const tooLate = provider.answer(await begin(late), claimsOf(lan));
  world.db.clock.advance(15 * 60_000);
  expect((await late.get(tooLate)).status).toBe(410);
});

const now = () => Math.floor(Date.now() / 1000);
test.each<[string, () => Lies]>([
  ['another nonce', () => ({ claims: { nonce: 'other' } })],
  ['no nonce', () => ({ claims: { nonce: undefined } })],
  ['another audience', () => ({ claims: { aud: 'somebody-else' } })],
  ['two audiences', () => ({ claims: { aud: ['cong-dich-vu-cong', 'somebody-else'] } })],
  ['another issuer', () => ({ claims: { iss: 'https://idp.example' } })],
  ['a time that is over', () => ({ claims: { exp: now() - 600 } })],
  ['an old authentication', () => ({ claims: { auth_time: now() - 3600 } })],
  ['no time of authentication', () => ({ claims: { auth_time: undefined } })],
  ['a signature of another key', () => ({ otherKey: true })],
  ['no signature at all', () => ({ header: { alg: 'none' } })],
  ['another algorithm', () => ({ header: { alg: 'HS256' } })],
  ['no subject', () => ({ claims: { sub: undefined } })],
  ['an ID number that is none', () => ({ claims: { id_number: { $gt: '' } } })],
  ['an authentication yet to come', () => ({ claims: { auth_time: now() + 600 } })],
  ['an authentication after the end of time', () => ({ claims: { auth_time: 1e20 } })],
  ['a subject that no database keeps', () => ({ claims: { sub: 'a\0b' } })],
  ['a subject longer than the standard allows', () => ({ claims: { sub: 'a'.repeat(256) } })],
])('an ID token with %s signs nobody in', async (_, lies) => {
  const browser = newBrowser();
  const callback = provider.answer(await begin(browser), claimsOf(lan));
  provider.lie(lies());
  const answer = await browser.get(callback);
  expect([answer.status, /data-code="([^"]+)"/.exec(answer.text)?.[1]]).toEqual([400, 'not-verified']);
  expect(browser.cookies.has('__Host-portal')).toBe(false);
});

test.each([['unknown'], [undefined], [''], ['__proto__'], ['urn:x-vn-eid:level-3']])(
  'a level that is not on our list is refused: %s',
  async (acr) => {
    const answer = await signIn(claimsOf(lan, { acr }));
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('level-too-low')]);
  },
);

test('where level 2 was asked for, level 1 is not enough', async () => {
  const low = claimsOf(lan, { acr: level1 });
  const refused = await signIn(low, newBrowser(), '?level=2&next=/account/identity');
  expect(refused.text).toContain('data-code="level-too-low"');
  // Trying again asks for the same.
  expect(refused.text).toContain('href="/sign-in/national?level=2&amp;next=%2Faccount%2Fidentity"');
});

test('who turned back is told so, and an address made up by somebody is no fault', async () => {
  const browser = newBrowser();
  const { searchParams } = new URL(await begin(browser));
  const state = searchParams.get('state');
  const back = await browser.get(`/sign-in/national/callback?error=access_denied&state=${state}`);
  expect(back.text).toContain('data-code="cancelled"');
  for (const path of ['', '?code=x', '?state=x&code=x', '?state=x&state=y', '?error=%00'])
    expect((await newBrowser().get(`/sign-in/national/callback${path}`)).status).toBe(410);
});

test('a provider that is away is said to be, at both ends', async () => {
  const browser = newBrowser();
  const callback = provider.answer(await begin(browser), claimsOf(lan));
  provider.lie({ status: 502 });
  expect((await browser.get(callback)).text).toContain('data-code="unavailable"');
  const away = await startPortal(
    await world.db.platform('portal', { SANDBOX_INTERNAL_URL: 'http://127.0.0.1:1' }),
    world.registries,
  );
  const other = new Browser(away.getHttpServer(), 'http://localhost:3000');
  const answer = await other.get('/sign-in/national');
  expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('data-code="unavailable"')]);
  expect(answer.headers['retry-after']).toBe('10');
  await away.close();
});

test.each([[undefined], ['javascript:alert(1)'], ['https://evil.example/auth']])(
  'nobody is sent to %s, whatever the provider tells of itself',
  async (page) => {
    provider.lie({ metadata: { authorization_endpoint: page } });
    const other = await newPortal();
    const answer = await new Browser(other.getHttpServer(), 'http://localhost:3000').get('/sign-in/national');
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('data-code="not-verified"')]);
    await other.close();
  },
);

test('nobody is led to another site afterwards', async () => {
  await signUp(world, lan).catch(() => undefined);
  const done = await signIn(claimsOf(lan), newBrowser(), '?next=//evil.example');
  expect(done.headers.location).not.toContain('evil');
});
