import type { DataSource } from 'typeorm';
import type { Browser } from '../../test/browser.js';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { startRelyingParty, type TestRelyingParty } from './relying-party.fixture.js';

let world: World;
let owner: DataSource;
let ministry: TestRelyingParty;
let province: TestRelyingParty;
let browser: Browser;

beforeAll(async () => {
  world = await createWorld();
  world.db.clock.set(new Date());
  owner = await world.db.owner();
  ministry = await startRelyingParty(world, 'sample-ministry');
  province = await startRelyingParty(world, 'sample-province');
  browser = await signUp(world, lan);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set(new Date());
  await owner.query('DELETE FROM identity.consent_grant; DELETE FROM identity.consent');
});

const allScopes = { scope: 'openid profile birth_date id_number assurance' };
const level = (acr: number) => `urn:x-vn-portal:level-${acr}`;
const aged = (minutes: number) =>
  owner.query(`UPDATE identity.session SET authenticated_at = authenticated_at - $1 * interval '1 minute'`, [
    minutes,
  ]);

/** Signs in at a system to the end, agreeing where asked. */
async function signInAt(party: TestRelyingParty, more?: Record<string, string>) {
  const page = await party.ask(browser, more);
  const back =
    page.status === 200
      ? await party.decide(browser, page, 'allow')
      : new URL(page.headers.location as string);
  const tokens = await party.exchange(back);
  return { back, tokens, claims: tokens.claims(), sub: tokens.claims()?.sub ?? '' };
}

test('a citizen agrees, and the system learns exactly that, with level, means and time of the sign-in', async () => {
  const page = await ministry.ask(browser, allScopes);
  expect(page.status).toBe(200);
  for (const said of ['Bộ Mẫu', 'Phạm Thị Lan', '27/03/1990', '••• ••• ••• 345', 'Mức 1', 'Từ chối'])
    expect(page.text).toContain(said);
  expect(page.text).not.toContain(lan.idNumber);
  expect(page.headers['content-security-policy']).toContain(
    `form-action 'self' ${world.portal.config.sandbox.origin}`,
  );
  const tokens = await ministry.exchange(await ministry.decide(browser, page, 'allow'));
  const claims = tokens.claims();
  expect(claims).toMatchObject({
    iss: `${world.portal.config.portal.origin}/oidc`,
    aud: 'sample-ministry',
    nonce: 'a-nonce',
    acr: level(1),
    amr: ['pop', 'user', 'mfa'],
  });
  expect(Math.abs(Number(claims?.auth_time) - Date.now() / 1000)).toBeLessThan(120);
  expect(claims).not.toHaveProperty('name');
  expect(await ministry.userinfo(tokens.access_token, claims?.sub ?? '')).toMatchObject({
    sub: claims?.sub,
    name: 'Phạm Thị Lan',
    birthdate: '1990-03-27',
    id_number: lan.idNumber,
    assurance_level: 1,
  });
  const looks = await owner.query(
    `SELECT actor_kind, relying_party, scopes FROM audit.access_event WHERE what = 'shared-data'`,
  );
  expect(looks).toEqual([
    {
      actor_kind: 'system',
      relying_party: 'sample-ministry',
      scopes: ['profile', 'birth_date', 'id_number', 'assurance'],
    },
  ]);
});

test('who agreed before is not asked again, has the same subject there and another one elsewhere', async () => {
  const first = await signInAt(ministry);
  const again = await ministry.ask(browser);
  expect(again.status).toBe(303);
  const second = await signInAt(ministry);
  const elsewhere = await signInAt(province);
  expect(second.sub).toBe(first.sub);
  expect(elsewhere.sub).not.toBe(first.sub);
  expect((await ministry.ask(browser, { prompt: 'consent' })).status).toBe(200);
  expect((await ministry.ask(browser, allScopes)).text).toContain('Bạn đã đồng ý trước đây');
});

test('who is not signed in signs in first, and comes back to the question', async () => {
  const stranger = world.browser('portal');
  const led = await ministry.ask(stranger);
  expect(led.headers.location).toMatch(/^\/sign-in\?next=%2Fsharing%2F[\w-]+$/);
  stranger.device = browser.device;
  const next = new URLSearchParams((led.headers.location as string).split('?')[1]).get('next') ?? '';
  expect((await stranger.signIn(next)).body.next).toBe(next);
  const page = await ministry.follow(stranger, next);
  const tokens = await ministry.exchange(await ministry.decide(stranger, page, 'allow'));
  expect(tokens.claims()?.sub).toBeDefined();
});

test('two people at one browser are never mixed up', async () => {
  const first = await signInAt(ministry);
  const other = await signUp(world, minh);
  // The cookies of the provider stay when another person signs in at the portal.
  for (const [name, value] of browser.cookies)
    if (name.startsWith('portal_oidc')) other.cookies.set(name, value);
  const page = await ministry.ask(other);
  const tokens = await ministry.exchange(await ministry.decide(other, page, 'allow'));
  expect(tokens.claims()?.sub).not.toBe(first.sub);
});

test('a code is good once; used again, what it gave is good no more', async () => {
  const { back, tokens, sub } = await signInAt(ministry);
  expect(await ministry.userinfo(tokens.access_token, sub)).toHaveProperty('name');
  await expect(ministry.exchange(back)).rejects.toMatchObject({ error: 'invalid_grant' });
  await expect(ministry.userinfo(tokens.access_token, sub)).rejects.toMatchObject({ status: 401 });
});

test('a code is nothing without its verifier, for another system, or with a wrong secret', async () => {
  const codeFor = async () => (await ministry.ask(browser)).headers.location as string;
  await signInAt(ministry);
  const wrong = { pkceCodeVerifier: 'x'.repeat(43) };
  await expect(ministry.exchange(new URL(await codeFor()), wrong)).rejects.toMatchObject({
    error: 'invalid_grant',
  });
  const stolen = new URL((await codeFor()).replace('sample-ministry', 'sample-province'));
  await expect(province.exchange(stolen)).rejects.toMatchObject({ error: 'invalid_grant' });
  const impostor = await startRelyingParty(world, 'sample-ministry', 'a-secret-that-is-not-theirs');
  await expect(impostor.exchange(new URL(await codeFor()))).rejects.toMatchObject({ status: 401 });
});

test('an address that is not agreed is shown a page in words, and nobody is led there', async () => {
  for (const redirect of ['http://evil.example/', `${ministry.redirectUri}/more`, province.redirectUri]) {
    const answer = await ministry.ask(browser, { redirect_uri: redirect });
    expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
    expect(answer.text).toContain('invalid_redirect_uri');
  }
});

test.each([
  ['without PKCE', {}, ['code_challenge', 'code_challenge_method'], 'invalid_request'],
  ['for the ID number, by a system that may not have it', { scope: 'openid id_number' }, [], 'invalid_scope'],
  ['for it by the claims parameter', { claims: '{"userinfo":{"id_number":null}}' }, [], 'invalid_request'],
  ['for a token at once', { response_type: 'code id_token' }, [], 'unsupported_response_type'],
  ['without a page to be shown', { prompt: 'none' }, [], 'login_required'],
  [
    'for a level that is not ours',
    { acr_values: 'urn:elsewhere:gold' },
    [],
    'unmet_authentication_requirements',
  ],
])('a request %s comes back as an error', async (_what, more, less, error) => {
  const answer = await province.ask(browser, more as Record<string, string>, less);
  const back = new URL(answer.headers.location as string);
  const found = new URLSearchParams(back.search || back.hash.slice(1));
  expect([back.origin, found.get('error'), found.get('code')]).toEqual([
    new URL(province.redirectUri).origin,
    error,
    null,
  ]);
});

test('a system that has its answer posted gets it by a form that needs no script, and may leave for there', async () => {
  await signInAt(province);
  const page = await province.ask(browser, { response_mode: 'form_post', ui_locales: 'vi' });
  expect([page.status, page.text]).toEqual([
    200,
    expect.stringContaining(`action="${province.redirectUri}" data-forward`),
  ]);
  expect(page.text).not.toMatch(/<script>/);
  expect(page.headers['content-security-policy']).toContain(new URL(province.redirectUri).origin);
  const back = new URL(province.redirectUri);
  for (const [, name = '', value = ''] of page.text.matchAll(
    /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
  ))
    back.searchParams.set(name, value);
  expect((await province.exchange(back)).claims()?.aud).toBe('sample-province');
  const error = await province.ask(browser, { response_mode: 'form_post', prompt: 'none' });
  expect(error.text).toContain('name="error" value="login_required"');
});

test('who refuses comes back without a code, and nothing is kept', async () => {
  const page = await ministry.ask(browser);
  const back = await ministry.decide(browser, page, 'refuse');
  expect([back.searchParams.get('error'), back.searchParams.get('code')]).toEqual(['access_denied', null]);
  expect(await owner.query('SELECT id FROM identity.consent')).toEqual([]);
});

test('a sign-in of too long ago is renewed, and only then tells of the new one', async () => {
  await signInAt(ministry);
  await aged(20);
  expect((await ministry.ask(browser, { max_age: '3600' })).status).toBe(303);
  for (const more of [{ max_age: '600' }, { max_age: '0' }, { prompt: 'login' }]) {
    await aged(20);
    const led = (await ministry.ask(browser, more as Record<string, string>)).headers.location as string;
    expect(led).toMatch(/^\/step-up\?next=%2Fsharing%2F/);
    const path = decodeURIComponent(led.split('=')[1] ?? '');
    expect((await browser.get(path)).headers.location).toBe(led);
    world.db.clock.set(new Date());
    const options = await browser.postJson('/step-up/challenge', {});
    const credential = browser.device.getJSON(browser.origin, options.body.publicKey);
    expect((await browser.postJson('/step-up', { credential, next: path })).body.next).toBe(path);
    const back = await ministry.follow(browser, path);
    const claims = (await ministry.exchange(new URL(back.headers.location as string))).claims();
    expect(Math.abs(Number(claims?.auth_time) - Date.now() / 1000)).toBeLessThan(60);
  }
});

test('a level that is too low is raised first; one that is enough is told as it was asked for', async () => {
  const wishes: Record<string, string>[] = [
    { acr_values: level(2) },
    { claims: JSON.stringify({ id_token: { acr: { essential: true, value: level(2) } } }) },
  ];
  for (const more of wishes)
    expect((await ministry.ask(browser, more)).headers.location).toMatch(
      /^\/account\/identity\?needed=2&next=%2Fsharing%2F/,
    );
  expect((await signInAt(ministry, { acr_values: level(1) })).claims?.acr).toBe(level(1));
  await owner.query('UPDATE identity.person SET assurance = 2');
  for (const more of wishes) expect((await signInAt(ministry, more)).claims?.acr).toBe(level(2));
  expect((await signInAt(ministry, { acr_values: level(1) })).claims?.acr).toBe(level(1));
  expect((await signInAt(ministry)).claims?.acr).toBe(level(2));
  await owner.query(`UPDATE identity.person SET held_until = $1`, [new Date(Date.now() + 3_600_000)]);
  expect((await signInAt(ministry)).claims?.acr).toBe(level(1));
  expect((await ministry.ask(browser, { acr_values: level(2) })).status).toBe(403);
  await owner.query('UPDATE identity.person SET assurance = 1, held_until = NULL');
});

test('the cookies of the portal stay with the portal', async () => {
  const answer = await browser.get(await ministry.requestPath());
  const lines = [answer.headers['set-cookie'] ?? []].flat() as string[];
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).toMatch(/; httponly/i);
    expect(line).toMatch(/; samesite=lax/i);
    expect(line).not.toMatch(/domain=/i);
    expect(line).toMatch(/; path=\/(oidc|sharing)\b/);
  }
});

test('a request may be posted as a form and is the same as by GET', async () => {
  const path = await ministry.requestPath();
  const fields = Object.fromEntries(new URL(path, 'http://portal').searchParams);
  const posted = await browser.postForm('/oidc/auth', fields);
  expect(posted.status).toBe(303);
  const { pathname, search } = new URL(String(posted.headers.location));
  expect(pathname + search).toBe(path);
  const long = await browser.postForm('/oidc/auth', { ...fields, state: 'x'.repeat(9000) });
  expect([long.status, long.body.error]).toEqual([413, 'invalid_request']);
});

test('a step that is over is a page in words, also where the address names a system', async () => {
  const page = await world.browser('portal').get('/oidc/auth/over?client_id=sample-ministry');
  expect([page.status, page.text]).toEqual([400, expect.stringContaining('Không thực hiện được')]);
});

test('an address it does not know is a page in the language of the reader, or an error of OAuth', async () => {
  const page = await browser.postForm('/oidc/elsewhere', {});
  expect([page.status, page.text]).toEqual([404, expect.stringContaining('Không có trang này')]);
  expect((await browser.get('/oidc/elsewhere', { 'accept-language': 'fr' })).text).toContain(
    'Cette page n’existe pas',
  );
  const { status, body } = await browser.postJson('/oidc/elsewhere', {});
  expect([status, body.error]).toEqual([404, 'invalid_request']);
});
