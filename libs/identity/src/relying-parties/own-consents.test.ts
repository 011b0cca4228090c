import * as fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { Browser } from '../../test/browser.js';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { sweepIdentity } from '../sweep-identity.js';
import { startRelyingParty, type TestRelyingParty } from './relying-party.fixture.js';

let world: World;
let owner: DataSource;
let ministry: TestRelyingParty;
let browser: Browser;

beforeAll(async () => {
  world = await createWorld();
  owner = await world.db.owner();
  ministry = await startRelyingParty(world, 'sample-ministry');
  world.db.clock.set(new Date());
  browser = await signUp(world, lan);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set(new Date());
  await owner.query('DELETE FROM identity.consent_grant; DELETE FROM identity.consent');
});

async function agree(scope = 'openid profile') {
  const page = await ministry.ask(browser, { scope });
  const back = await ministry.decide(browser, page, 'allow');
  return { back };
}

async function signedIn() {
  const { back } = await agree();
  const tokens = await ministry.exchange(back);
  const sub = tokens.claims()?.sub ?? '';
  return () => ministry.userinfo(tokens.access_token, sub);
}

const consentId = async () =>
  /consents\/([\w-]+)\/ending/.exec((await browser.get('/account/consents')).text)?.[1] ?? '';
const gone = { status: 401 };

test('what is shared with whom stands in the account, and the first time in the inbox', async () => {
  expect((await browser.get('/account/consents')).text).toContain('Bạn chưa chia sẻ');
  await agree();
  await agree('openid profile birth_date');
  const { text } = await browser.get('/account/consents');
  for (const said of ['Hệ thống tra cứu quyền lợi', 'Bộ Mẫu', 'Ngày sinh', 'Họ, chữ đệm và tên'])
    expect(text).toContain(said);
  expect(text).not.toContain('Số định danh cá nhân');
  expect((await browser.get('/account')).text).toContain('href="/account/consents"');
  const notices = await owner.query(
    `SELECT title->>'vi' AS title FROM notifications.inbox_entry WHERE href = '/account/consents'`,
  );
  expect(notices).toEqual([{ title: 'Bạn đã chia sẻ thông tin với Bộ Mẫu (hư cấu)' }]);
});

test('a consent that is ended is ended at once, and the system must ask again', async () => {
  const userinfo = await signedIn();
  const { back } = await agreeAgain();
  expect(await userinfo()).toHaveProperty('name', 'Phạm Thị Lan');
  const ended = await browser.postForm(`/account/consents/${await consentId()}/ending`, {});
  expect(ended.headers.location).toBe('/account/consents?done=ended');
  await expect(userinfo()).rejects.toMatchObject(gone);
  await expect(ministry.exchange(back)).rejects.toMatchObject({ error: 'invalid_grant' });
  expect((await ministry.ask(browser)).status).toBe(200);
  await agree();
  await expect(userinfo()).rejects.toMatchObject(gone);
});

/** Another code under the consent there is. */
async function agreeAgain() {
  const answer = await ministry.ask(browser, { scope: 'openid profile' });
  return { back: new URL(answer.headers.location as string) };
}

test('nobody ends the consent of somebody else', async () => {
  const userinfo = await signedIn();
  const other = await signUp(world, minh);
  await other.postForm(`/account/consents/${await consentId()}/ending`, {});
  expect(await userinfo()).toHaveProperty('name');
});

test('of a locked identity nothing more is told, and no code is given', async () => {
  const userinfo = await signedIn();
  const { back } = await agreeAgain();
  await owner.query('UPDATE identity.person SET locked_at = now() WHERE full_name = $1', [lan.fullName]);
  await expect(userinfo()).rejects.toMatchObject(gone);
  await expect(ministry.exchange(back)).rejects.toMatchObject({ error: 'invalid_grant' });
  expect((await ministry.ask(browser)).headers.location).toMatch(/^\/sign-in/);
  await owner.query('UPDATE identity.person SET locked_at = NULL');
  // It is the act of locking that makes tokens worthless for good.
  expect((await browser.postForm('/account/identity/lock', {})).headers.location).toBe('/locked');
  await owner.query('UPDATE identity.person SET locked_at = NULL');
  await expect(userinfo()).rejects.toMatchObject(gone);
  await browser.signIn();
});

test('a session that ends between the answer and the code gives no code', async () => {
  const page = await ministry.ask(browser);
  const path = new URL(page.request.url).pathname;
  const { headers } = await browser.postForm(path, { act: 'allow' });
  await owner.query('DELETE FROM identity.session');
  const led = await ministry.follow(browser, headers.location as string);
  expect(led.headers.location).toMatch(/^\/sign-in\?next=/);
  await browser.signIn();
});

test('a yes is taken from our own page alone, in the browser that was asked', async () => {
  const page = await ministry.ask(browser);
  const path = new URL(page.request.url).pathname;
  const foreign = await browser.postJson(path, { act: 'allow' }, { 'sec-fetch-site': 'cross-site' });
  expect([foreign.status, foreign.body.code]).toEqual([403, 'cross-site-request']);
  const other = await signUp(world, { ...minh, idNumber: '001088000043' });
  expect((await other.postForm(path, { act: 'allow' })).status).toBe(410);
  expect(await owner.query('SELECT id FROM identity.consent')).toEqual([]);
  expect((await browser.postForm(path, { act: 'perhaps' })).status).toBe(303);
  expect((await browser.get(path)).status).toBe(200);
  expect(await owner.query('SELECT id FROM identity.consent')).toEqual([]);
});

test('what is over is swept away, and consents stay', async () => {
  await signedIn();
  await owner.query(`UPDATE identity.openid_item SET expires_at = now() - interval '2 days'`);
  await owner.query(`UPDATE identity.consent_grant SET expires_at = now() - interval '2 days'`);
  const worker = (await world.db.platform('worker')).database.manager;
  await sweepIdentity(worker, new Date());
  const [left] = await owner.query(`SELECT (SELECT count(*)::int FROM identity.openid_item) AS items,
    (SELECT count(*)::int FROM identity.consent_grant) AS grants, (SELECT count(*)::int FROM identity.consent) AS consents`);
  expect(left).toEqual({ items: 0, grants: 0, consents: 1 });
});

test('whatever is sent to the endpoints, none of them breaks', async () => {
  const paths = [
    '/oidc/auth',
    '/oidc/auth/nobody',
    '/oidc/token',
    '/oidc/userinfo',
    '/oidc/jwks',
    '/oidc/.well-known/openid-configuration',
    '/oidc/session/end',
    '/oidc/session/end/confirm',
    '/oidc/nothing',
    '/sharing/nobody',
    '/account/consents/nobody/ending',
  ];
  const good = new URLSearchParams((await ministry.requestPath()).split('?')[1]);
  const names = [
    ...good.keys(),
    'claims',
    'acr_values',
    'max_age',
    'prompt',
    'code',
    'grant_type',
    'request',
    'act',
  ];
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '\0',
      '%00',
      '{"id_token":{"acr":null}}',
      '{"id_token":{"acr":{"values":7}}}',
      '[]',
      '-1',
      '1e99',
    ),
  );
  const field = fc.tuple(fc.constantFrom(...names), value);
  const stranger = world.browser('portal');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.array(field, { maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      async (path, fields, posted, known) => {
        const sent = new URLSearchParams(good);
        for (const [name, text] of fields) sent.set(name, text);
        const who = known ? browser : stranger;
        const answer = posted
          ? await who.postForm(path, Object.fromEntries(sent))
          : await who.get(`${path}?${sent}`, {
              authorization: `Bearer ${fields[0]?.[1].replace(/[^ -~]/g, '') ?? ''}`,
            });
        expect([path, answer.status < 500]).toEqual([path, true]);
        const to = answer.headers.location as string | undefined;
        if (to?.startsWith('/sharing/') || to?.includes('/sharing/'))
          expect((await browser.get(to.replace(browser.origin, ''))).status).toBeLessThan(500);
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);
