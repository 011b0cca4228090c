import type { Browser } from '../../test/browser.js';
import { newDevice } from '../../test/browser.js';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { fillPasskeys } from '../../test/fill-passkeys.js';
import { Passkey } from '../passkey/passkey.entity.js';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  const owner = await world.db.owner();
  await owner.query(
    'TRUNCATE identity.throttle, identity.passkey, identity.session, notifications.inbox_entry, identity.person CASCADE',
  );
  browser = await signUp(world, lan);
});

const list = '/account/passkeys';
const passkeys = () =>
  world.portal.database.getRepository(Passkey).find({ order: { createdAt: 'ASC', id: 'ASC' } });
const notices = async () =>
  (await world.db.owner()).query(
    `SELECT title->>'en' AS title, body->>'en' AS body, href FROM notifications.inbox_entry ORDER BY id`,
  );

/** A further passkey of Lan's, on a device of its own. */
async function add(device = newDevice()) {
  const { body } = await browser.postJson(`${list}/challenge`, {});
  const done = await browser.postJson(list, {
    credential: device.createJSON(browser.origin, body.publicKey),
  });
  expect([done.status, done.body]).toEqual([200, { next: `${list}?done=added` }]);
  const all = await passkeys();
  return { device, id: all.at(-1)?.id ?? '' };
}

test('the account leads to the passkeys, and says the level in words', async () => {
  const page = await browser.get('/account');
  expect(page.text).toContain(`href="${list}"`);
  expect(page.text).toContain('Mức 1: đã khớp với Cơ sở dữ liệu quốc gia về dân cư');
});

test('a passkey is named by its keeper where that is known, and listed with what is known of it', async () => {
  const aaguid = new Uint8Array(Buffer.from('ea9b8d664d011d213ce4b6b48cb575d4', 'hex'));
  await add(newDevice({ aaguid }));
  const page = await browser.get(list);
  expect(page.text).toContain('Google Password Manager');
  expect(page.text).toContain('10:05 thứ Sáu 20/11/2026');
  expect(page.text).toContain('Đồng bộ giữa các thiết bị');
  expect(page.text).toContain('data-accepted-passkeys');
});

test('its owner calls it what they like, on the page, and it is stored as text and nothing else', async () => {
  const [{ id } = { id: '' }] = await passkeys();
  const renamed = await browser.postForm(`${list}/${id}/name`, { name: '  <b>Điện thoại</b> của tôi ' });
  expect([renamed.status, renamed.headers.location]).toEqual([303, `${list}?done=renamed`]);
  expect((await passkeys())[0]?.name).toBe('<b>Điện thoại</b> của tôi');
  expect((await browser.get(list)).text).toContain('&lt;b>Điện thoại&lt;/b> của tôi');
});

test('what is not seen, or turns the writing round, is no part of a name', async () => {
  const [{ id } = { id: '' }] = await passkeys();
  await browser.postForm(`${list}/${id}/name`, { name: 'Máy\u202E gnub\u200B\n của  tôi' });
  expect((await passkeys())[0]?.name).toBe('Máy gnub của tôi');
});

test('the second passkey of one keeper gets a number, so that the two can be told apart', async () => {
  const aaguid = new Uint8Array(Buffer.from('ea9b8d664d011d213ce4b6b48cb575d4', 'hex'));
  for (let count = 0; count < 3; count++) await add(newDevice({ aaguid }));
  const names = (await passkeys()).map(({ name }) => name);
  expect(names).toEqual([null, ...['', ' 2', ' 3'].map((end) => `Google Password Manager${end}`)]);
});

test.each([
  ['nothing', ''],
  ['what is not seen', '\u200B\u202E'],
  ['blanks', ' \t\n'],
  ['61 characters', 'ạ'.repeat(61)],
])('a name of %s is refused, and stays where it was typed', async (_, name) => {
  const [{ id } = { id: '' }] = await passkeys();
  const page = await browser.postForm(`${list}/${id}/name`, { name });
  expect(page.status).toBe(422);
  expect(page.text).toContain(`href="#name-${id}"`);
  expect((await passkeys())[0]?.name).toBeNull();
});

test('60 characters are a name, counted as people count', async () => {
  const [{ id } = { id: '' }] = await passkeys();
  expect(
    (await browser.postForm(`${list}/${id}/name`, { name: 'ạ'.normalize('NFD').repeat(60) })).status,
  ).toBe(303);
});

test('adding a passkey leaves a notice', async () => {
  await add();
  expect(await notices()).toEqual([
    {
      title: 'A passkey was added',
      body: expect.stringContaining('“Passkey (10:05 on 20/11/2026)” now opens your account'),
      href: list,
    },
  ]);
});

test('a passkey is removed after a last look, and then opens nothing, and its sessions are over', async () => {
  const { device, id } = await add();
  const other = world.browser('portal');
  other.device = device;
  await other.signIn();
  expect((await other.get('/account')).status).toBe(200);

  const look = await browser.get(`${list}/${id}/removal`);
  expect(look.text).toContain('Hãy xoá cả ở đó');
  const removed = await browser.postForm(`${list}/${id}/removal`, {});
  expect([removed.status, removed.headers.location]).toEqual([303, `${list}?done=removed`]);

  expect((await other.get('/account')).status).toBe(303);
  expect((await other.signIn()).body.code).toBe('passkey-not-accepted');
  expect((await browser.get('/account')).status).toBe(200);
  expect((await notices()).at(-1).title).toBe('A passkey was removed');
});

test('removing needs a passkey used within five minutes', async () => {
  const { id } = await add();
  world.db.clock.advance(5 * 60_000);
  const look = await browser.get(`${list}/${id}/removal`);
  expect([look.status, look.headers.location]).toEqual([
    303,
    `/step-up?next=${encodeURIComponent(`${list}/${id}/removal`)}`,
  ]);
  expect((await browser.postForm(`${list}/${id}/removal`, {})).status).toBe(403);
  expect(await passkeys()).toHaveLength(2);
});

test('the only passkey stays, and the page says what to do instead', async () => {
  const [{ id } = { id: '' }] = await passkeys();
  const look = await browser.get(`${list}/${id}/removal`);
  expect(look.text).toContain('Hãy thêm một khóa khác trước');
  expect(look.text).toContain('href="/account/passkeys/new"');
  expect(look.text).not.toContain('<form method="post">');
  expect((await browser.postForm(`${list}/${id}/removal`, {})).status).toBe(409);
  expect(await passkeys()).toHaveLength(1);
});

test('two removals in the same instant leave one passkey', async () => {
  const { id } = await add();
  const [first] = await passkeys();
  const done = await Promise.all(
    [first?.id, id].map((each) => browser.postForm(`${list}/${each}/removal`, {})),
  );
  expect(done.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  expect(await passkeys()).toHaveLength(1);
});

test('nobody has more than twenty, not even by two at once; who removes one may add one', async () => {
  await fillPasskeys(await world.db.owner(), (await passkeys())[0]?.ownerId ?? '', 19);
  const ready = [newDevice(), newDevice()].map(async (device) => {
    const { body } = await browser.postJson(`${list}/challenge`, {});
    return { credential: device.createJSON(browser.origin, body.publicKey) };
  });
  const both = await Promise.all(ready);
  const done = await Promise.all(both.map((each) => browser.postJson(list, each)));
  expect(done.map(({ status, body }) => [status, body.code]).toSorted()).toEqual([
    [200, undefined],
    [409, 'too-many-passkeys'],
  ]);
  const all = await passkeys();
  expect(all).toHaveLength(20);

  expect((await browser.get(list)).text).toContain('trước hết hãy gỡ một khóa không còn dùng');
  expect((await browser.get(list)).text).not.toContain('href="/account/passkeys/new"');
  expect((await browser.get(`${list}/new`)).text).toContain('gỡ một khóa không còn dùng');
  expect((await browser.postJson(`${list}/challenge`, {})).status).toBe(409);
  await browser.postForm(`${list}/${all.at(-1)?.id}/removal`, {});
  await add();
});

test('nobody names or removes, or even finds, the passkey of somebody else', async () => {
  const [{ id } = { id: '' }] = await passkeys();
  const stranger = await signUp(world, minh);
  expect((await stranger.postForm(`${list}/${id}/name`, { name: 'Của tôi' })).status).toBe(404);
  expect((await stranger.get(`${list}/${id}/removal`)).status).toBe(404);
  expect((await stranger.postForm(`${list}/${id}/removal`, {})).status).toBe(404);
  expect((await world.browser('portal').get(list)).status).toBe(303);
});

test('only who signs with a removed passkey learns that it was removed; all other failures are one answer', async () => {
  const { device, id } = await add();
  await browser.postForm(`${list}/${id}/removal`, {});
  const other = world.browser('portal');
  const attempt = async (change: (credential: Awaited<ReturnType<Browser['assertion']>>) => object) => {
    other.device = device;
    return other.postJson('/sign-in', { credential: change(await other.assertion()) });
  };
  const removed = await attempt((credential) => credential);
  const unsigned = await attempt((credential) => ({
    ...credential,
    response: { ...credential.response, signature: 'MEUCIQ' },
  }));
  const unknown = await attempt((credential) => ({ ...credential, id: 'AAAA', rawId: 'AAAA' }));
  const known = await attempt((credential) => ({ ...credential, ...idOf(browser) }));
  expect(removed.body.facts).toEqual({ passkey: 'removed' });
  for (const each of [unsigned, unknown, known]) {
    expect([each.status, each.body.facts]).toEqual([400, { passkey: 'refused' }]);
    expect(each.text).toBe(unknown.text);
    expect(each.text).toHaveLength(removed.text.length);
  }
});

test('who signs in learns which passkeys are accepted, so that the device can forget the others', async () => {
  const { device } = await add();
  const other = world.browser('portal');
  other.device = device;
  const { body } = await other.signIn();
  expect(body.accepted).toEqual({
    rpID: 'localhost',
    userID: expect.stringMatching(/^[\w-]{86}$/),
    allAcceptedCredentialIDs: (await passkeys()).map(({ credentialId }) =>
      credentialId.toString('base64url'),
    ),
  });
});

function idOf({ device }: Browser): { id: string; rawId: string } {
  const [held] = device.authenticator.params.credentialsRepository?.loadCredentials() ?? [];
  const id = Buffer.from(held?.publicKeyCredentialSource.id ?? []).toString('base64url');
  return { id, rawId: id };
}
