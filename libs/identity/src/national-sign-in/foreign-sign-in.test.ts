import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId, transaction } from '#lib/platform';
import { Browser } from '../../test/browser.js';
import { identityOfficer, type OfficerAtCounter } from '../../test/officers.js';
import { lan, minh, signUp } from '../../test/people.js';
import { startPortal } from '../../test/start-app.js';
import { createWorld, type World } from '../../test/world.js';
import { bindForeignIdentity, pendingForeignIdentity } from './bind-foreign-identity.js';
import { startLyingProvider } from './provider.fixture.js';

let world: World;
let provider: Awaited<ReturnType<typeof startLyingProvider>>;
let portal: NestFastifyApplication;

beforeAll(async () => {
  world = await createWorld();
  world.db.clock.set(new Date());
  provider = await startLyingProvider('/foreign-idp');
  const platform = await world.db.platform('portal', {
    SANDBOX_ORIGIN: provider.url,
    SANDBOX_INTERNAL_URL: provider.url,
  });
  portal = await startPortal(platform, world.registries);
});
afterAll(async () => {
  await portal.close();
  provider.close();
  await world.close();
});

const newBrowser = () => new Browser(portal.getHttpServer(), 'http://localhost:3000');
const sokmony = { sub: 'sokmony', name: 'Chantha Sokmony', acr: 'urn:x-foreign-eid:substantial' };

async function signIn(claims: Record<string, unknown>, browser = newBrowser()) {
  const to = (await browser.get('/sign-in/abroad?next=/procedures')).headers.location as string;
  const answer = await browser.get(provider.answer(to, claims));
  const { location } = answer.headers;
  return location === '/sign-in/abroad/code' ? browser.get(location) : answer;
}
const codeIn = (page: string) => /data-counter-code="(\d{8})"/.exec(page)?.[1] ?? '';
const pending = (code: string) => pendingForeignIdentity(world.desk.database.manager, world.desk, code);
async function personId(who: typeof lan): Promise<string> {
  const owner = await world.db.owner();
  return (await owner.query('SELECT id FROM identity.person WHERE full_name = $1', [who.fullName]))[0].id;
}
const bind = (person: string, identity: { issuer: string; subject: string }) =>
  transaction(world.desk.database, (tx) =>
    bindForeignIdentity(tx, world.desk, { ...identity, personId: person, officerId: newId() }),
  );

test('an unknown foreign subject is signed in as nobody, and gets a code for the counter', async () => {
  const browser = newBrowser();
  const page = await signIn(sokmony, browser);
  expect(page.status).toBe(200);
  expect(browser.cookies.has('__Host-portal')).toBe(false);
  const code = codeIn(page.text);
  // It can be reloaded, by this browser alone.
  expect(codeIn((await browser.get('/sign-in/abroad/code')).text)).toBe(code);
  expect((await newBrowser().get('/sign-in/abroad/code')).headers.location).toBe('/sign-in');
  expect(await pending(`${code.slice(0, 4)} ${code.slice(4)}`)).toEqual({
    issuer: `${provider.url}/foreign-idp`,
    subject: 'sokmony',
    name: 'Chantha Sokmony',
  });
});

test('a new code ends the one before it, and each ends after a day', async () => {
  const first = codeIn((await signIn(sokmony)).text);
  const second = codeIn((await signIn(sokmony)).text);
  expect(await pending(first)).toBeUndefined();
  expect(await pending(second)).toBeDefined();
  world.db.clock.advance(24 * 3_600_000);
  expect(await pending(second)).toBeUndefined();
  world.db.clock.set(new Date());
});

test('once an officer has bound it, the foreign identity signs in as that person, who is told', async () => {
  await signUp(world, lan);
  const code = codeIn((await signIn(sokmony)).text);
  const identity = await pending(code);
  if (!identity) throw new Error('nothing pending');
  await bind(await personId(lan), identity);
  expect(await pending(code)).toBeUndefined();
  const browser = newBrowser();
  expect((await signIn(sokmony, browser)).headers.location).toBe('/procedures');
  expect((await browser.get('/account')).text).toContain(lan.fullName);
  const owner = await world.db.owner();
  const by = `SELECT authenticated_by FROM identity.session WHERE authenticated_by <> 'passkey'`;
  expect(await owner.query(by)).toEqual([{ authenticated_by: 'foreign-identity' }]);
  const told = `SELECT 1 FROM notifications.inbox_entry WHERE title->>'en' LIKE 'A foreign%'`;
  expect(await owner.query(told)).toHaveLength(1);
});

test('an identity belongs to one person, and a person has one of each provider', async () => {
  await signUp(world, minh);
  const identity = { issuer: `${provider.url}/foreign-idp`, subject: 'sokmony' };
  const refusal = { code: 'foreign-identity-bound', status: 409 };
  await expect(bind(await personId(minh), identity)).rejects.toMatchObject(refusal);
  await expect(bind(await personId(lan), { ...identity, subject: 'x' })).rejects.toMatchObject(refusal);
});

test('an answer for one provider is nothing at the callback of another, and levels are its own', async () => {
  const browser = newBrowser();
  const to = (await browser.get('/sign-in/abroad')).headers.location as string;
  const callback = provider.answer(to, sokmony).replace('/sign-in/abroad', '/sign-in/national');
  expect((await browser.get(callback)).text).toContain('data-code="expired"');
  const answer = await signIn({ ...sokmony, acr: 'urn:x-vn-eid:level-2' });
  expect(answer.text).toContain('data-code="level-too-low"');
});

test('an ID number that a foreign provider claims changes nothing', async () => {
  const claims = { ...sokmony, sub: 'impostor', id_number: lan.idNumber, birthdate: lan.birthDate };
  expect(codeIn((await signIn(claims)).text)).toMatch(/^\d{8}$/);
});

describe('at the counter', () => {
  const dara = { sub: 'dara', name: 'Dara Sok', acr: 'urn:x-foreign-eid:substantial' };
  const resident = {
    ...lan,
    idNumber: '250091000777',
    fullName: 'Sok Dara',
    nationality: 'KH',
    birthDate: '1991-05-06',
  };
  const check = { document: 'passport', number: 'n 123 4567', idNumber: resident.idNumber, compared: 'yes' };
  const approve = { decision: 'approve' };
  let first: OfficerAtCounter;
  let second: OfficerAtCounter;
  beforeAll(async () => {
    world.register.add(resident);
    first = await identityOfficer(world);
    second = await identityOfficer(world);
  });
  const opened = async () =>
    String(
      (await first.browser.postForm('/counter', { code: codeIn((await signIn(dara)).text) })).headers
        .location,
    );
  const checked = async () => {
    const at = await opened();
    expect((await first.browser.postForm(`${at}/check`, check)).headers.location).toBe(
      '/counter?done=passed-on',
    );
    return at;
  };

  test('what is entered is a foreign resident’s document, in full; each mistake is said in words', async () => {
    const at = await opened();
    expect((await first.browser.get(at)).text).toContain('Dara Sok');
    for (const [wrong, words] of [
      [{ document: 'identity-card' }, 'Chọn loại giấy tờ'],
      [{ number: '12' }, 'Nhập số giấy tờ'],
      [{ idNumber: '250091000778' }, 'không có số này'],
      [{ idNumber: minh.idNumber }, 'công dân Việt Nam'],
      [{ compared: '' }, 'Xác nhận rằng bạn đã đối chiếu'],
    ] as const) {
      const answer = await first.browser.postForm(`${at}/check`, { ...check, ...wrong });
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(words)]);
    }
  });

  test('others see nothing, the first officer does not decide, nobody decides for their household', async () => {
    const at = await opened();
    const intake = await identityOfficer(world, { role: 'intake' });
    const elsewhere = await identityOfficer(world, { commune: '00070' });
    const own = await identityOfficer(world, { household: [resident.idNumber] });
    expect((await second.browser.get(at)).status).toBe(404);
    await first.browser.postForm(`${at}/check`, check);
    expect((await intake.browser.get(at)).status).toBe(403);
    expect((await elsewhere.browser.get(at)).status).toBe(404);
    expect((await newBrowser().get(at)).status).toBe(404);
    for (const { browser } of [first, own])
      expect((await browser.postForm(`${at}/decision`, approve)).status).toBe(403);
    expect((await own.browser.get(at)).status).toBe(403);
    expect(codeIn((await signIn(dara)).text)).toMatch(/^\d{8}$/);
  });

  test('of two who approve at once one does; the resident has an account, and the foreign sign-in finds it', async () => {
    const at = await checked();
    const third = await identityOfficer(world);
    expect((await second.browser.get('/counter')).text).toContain(at);
    expect((await second.browser.get(at)).text).toContain('N1234567');
    const outcomes = await Promise.all(
      [second, third].map(({ browser }) => browser.postForm(`${at}/decision`, approve)),
    );
    expect(outcomes.map(({ headers }) => headers.location).toSorted()).toEqual([
      `${at}?refused=counter-request-over`,
      '/counter?done=approved',
    ]);
    const browser = newBrowser();
    expect((await signIn(dara, browser)).headers.location).toContain('/account/passkey-offer');
    expect((await browser.get('/account')).text).toContain('Sok Dara');
    expect((await browser.get('/account/passkeys/new')).status).toBe(200);
    const owner = await world.db.owner();
    const [proof] = await owner.query(
      `SELECT level, officers, evidence FROM identity.proofing WHERE evidence->>'purpose' = 'foreign-identity'`,
    );
    expect(proof).toMatchObject({ level: 1, evidence: { document: 'passport', documentTail: '4567' } });
    expect(proof.officers[0]).toBe(first.id);
  });

  test('another name than the resident’s is said to both officers, and each has to say that they saw it', async () => {
    const claims = { ...dara, sub: 'other-name', name: 'Bopha Lim' };
    const code = codeIn((await signIn(claims)).text);
    const at = String((await first.browser.postForm('/counter', { code })).headers.location);
    const asked = await first.browser.postForm(`${at}/check`, check);
    expect([asked.status, asked.text]).toEqual([422, expect.stringContaining('“Bopha Lim”')]);
    expect(asked.text).toContain('“Sok Dara”');
    const seen = { namesDiffer: 'yes' };
    expect((await first.browser.postForm(`${at}/check`, { ...check, ...seen })).status).toBe(303);
    const shown = (await second.browser.get(at)).text;
    for (const words of ['khác tên người cư trú', 'Campuchia']) expect(shown).toContain(words);
    expect(shown).not.toContain('other-name');
    const decide = async (body: object) =>
      (await second.browser.postForm(`${at}/decision`, { ...approve, ...body })).headers.location;
    expect(await decide({})).toBe(`${at}?refused=names-differ`);
    expect(await decide(seen)).not.toContain('names-differ');
  });

  test('an identity that was bound meanwhile is refused in words', async () => {
    const owner = await world.db.owner();
    await owner.query(`UPDATE identity.federated_identity SET subject = 'other' WHERE subject = 'dara'`);
    const at = await checked();
    const { headers } = await second.browser.postForm(`${at}/decision`, approve);
    expect(headers.location).toBe(`${at}?refused=foreign-identity-bound`);
    const shown = await second.browser.get(String(headers.location));
    expect(shown.text).toContain('Danh tính này hoặc người này đã được gắn');
  });
});

test('the portal itself can bind nobody at a counter', async () => {
  const identity = { issuer: 'i', subject: 's', personId: await personId(minh), officerId: newId() };
  await expect(
    transaction(world.portal.database, (tx) => bindForeignIdentity(tx, world.portal, identity)),
  ).rejects.toThrow('permission denied');
});
