import type { Browser } from '../../test/browser.js';
import { identityOfficer, type OfficerAtCounter } from '../../test/officers.js';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';

const minute = 60_000;
const check = { document: 'identity-card', tail: lan.idNumber.slice(-4), compared: 'yes' };
let world: World;
let citizen: Browser;
let first: OfficerAtCounter;
let second: OfficerAtCounter;

beforeAll(async () => {
  world = await createWorld();
  citizen = await signUp(world, lan);
  first = await identityOfficer(world);
  second = await identityOfficer(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  world.register.members = [];
  const owner = await world.db.owner();
  await owner.query('TRUNCATE identity.throttle');
  await owner.query('DELETE FROM identity.counter_request');
  await owner.query('UPDATE identity.person SET assurance = 1, locked_at = NULL');
  for (const browser of [citizen, first.browser, second.browser]) await browser.signIn();
});

const counter = '/account/identity/counter';
async function codeOf(browser: Browser, next = '/'): Promise<string> {
  await browser.postForm(counter, { next });
  const code = /(\d{4}) (\d{4})/.exec((await browser.get(counter)).text);
  if (!code) throw new Error('No code is shown');
  return `${code[1]}${code[2]}`;
}
const open = ({ browser }: OfficerAtCounter, code: string) => browser.postForm('/counter', { code });
const decide = ({ browser }: OfficerAtCounter, at: string, decision: Record<string, string>) =>
  browser.postForm(`${at}/decision`, decision);
const approve = { decision: 'approve' };
async function checked(): Promise<string> {
  const at = String((await open(first, await codeOf(citizen))).headers.location);
  const passedOn = await first.browser.postForm(`${at}/check`, check);
  expect([passedOn.status, passedOn.headers.location]).toEqual([303, at]);
  return at;
}
async function levelOf(idNumber = lan): Promise<number> {
  const owner = await world.db.owner();
  const rows = await owner.query('SELECT assurance FROM identity.person WHERE full_name = $1', [
    idNumber.fullName,
  ]);
  return rows[0].assurance;
}

test('one officer compares, a second approves: level 2, a new sign-in, and a notice that leads back', async () => {
  const code = await codeOf(citizen, '/drafts/x/signing');
  expect((await citizen.get(counter)).text).toContain('src="data:image/svg+xml;base64,');
  const opened = await open(first, `${code.slice(0, 4)} ${code.slice(4)}`);
  const at = String(opened.headers.location);
  expect([opened.status, at]).toEqual([303, expect.stringMatching(/^\/counter\/[\w-]{36}$/)]);
  expect((await first.browser.get(at)).text).toContain(lan.idNumber);
  await first.browser.postForm(`${at}/check`, check);
  expect((await second.browser.get('/counter')).text).toContain(at);
  expect((await second.browser.get(at)).text).toContain(lan.fullName);
  expect(await levelOf()).toBe(1);
  expect((await decide(second, at, approve)).headers.location).toBe('/counter?done=approved');
  expect(await levelOf()).toBe(2);
  expect((await citizen.get('/account')).headers.location).toContain('/sign-in');
  const owner = await world.db.owner();
  const [proof] = await owner.query(
    `SELECT * FROM identity.proofing WHERE method = 'counter' ORDER BY at DESC LIMIT 1`,
  );
  expect(proof).toMatchObject({ method: 'counter', level: 2, officers: [first.id, second.id] });
  expect(proof.evidence).toMatchObject({ document: 'identity-card', documentTail: '2345' });
  const [notice] = await owner.query(
    'SELECT href FROM notifications.inbox_entry ORDER BY at DESC, id DESC LIMIT 1',
  );
  expect(notice.href).toBe('/drafts/x/signing');
  await citizen.signIn();
  const done = (await citizen.get(`${counter}?next=%2Fdrafts%2Fx%2Fsigning`)).text;
  expect(done).toContain('href="/drafts/x/signing"');
  expect(done).not.toContain('Mang giấy tờ của bạn đến quầy');
});

test('every look at a person is recorded with officer, agency and role', async () => {
  const owner = await world.db.owner();
  const looks = async () =>
    (await owner.query(`SELECT actor_id, actor_roles FROM audit.access_event WHERE what = 'identity-check'`))
      .length;
  const at = await checked();
  const before = await looks();
  await second.browser.get(at);
  expect(await looks()).toBe(before + 1);
});

test('a refusal says why, tells the person and raises nobody', async () => {
  const at = await checked();
  expect((await decide(second, at, { decision: 'refuse' })).status).toBe(422);
  await decide(second, at, { decision: 'refuse', reason: 'face-differs' });
  expect(await levelOf()).toBe(1);
  expect((await citizen.get(counter)).text).toContain('khuôn mặt không khớp');
  expect((await decide(second, at, approve)).status).toBe(410);
  expect(await levelOf()).toBe(1);
});

test('the officer who compared never decides, not even from two tabs at once', async () => {
  const at = await checked();
  const tabs = await Promise.all([decide(first, at, approve), decide(first, at, approve)]);
  expect(tabs.map(({ status }) => status)).toEqual([403, 403]);
  expect(await levelOf()).toBe(1);
});

test('of two who decide at once one decides', async () => {
  const third = await identityOfficer(world);
  const at = await checked();
  const outcomes = await Promise.all([
    decide(second, at, approve),
    decide(third, at, { decision: 'refuse', reason: 'data-differ' }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual([303, 410]);
  const owner = await world.db.owner();
  const [{ state }] = await owner.query('SELECT state FROM identity.counter_request');
  expect(await levelOf()).toBe(state === 'approved' ? 2 : 1);
});

test('the same check sent from two tabs counts once', async () => {
  const at = String((await open(first, await codeOf(citizen))).headers.location);
  const tabs = await Promise.all([
    first.browser.postForm(`${at}/check`, check),
    first.browser.postForm(`${at}/check`, check),
  ]);
  expect(tabs.map(({ status }) => status).toSorted()).toEqual([303, 410]);
});

test('what the first officer held is said in full, and an identity card ends as the ID number does', async () => {
  const at = String((await open(first, await codeOf(citizen))).headers.location);
  for (const wrong of [{ document: 'library-card' }, { tail: '12' }, { tail: '9999' }, { compared: '' }])
    expect((await first.browser.postForm(`${at}/check`, { ...check, ...wrong })).status).toBe(422);
  expect(
    (await first.browser.postForm(`${at}/check`, { ...check, document: 'passport', tail: 'b999' })).status,
  ).toBe(303);
});

describe('nobody handles their own matter or that of their household', () => {
  test.each<[string, Parameters<typeof identityOfficer>[1], () => void]>([
    ['themselves', { idNumber: lan.idNumber }, () => undefined],
    ['somebody noted as living with them', { household: [lan.idNumber] }, () => undefined],
    [
      'somebody of their household in the register',
      { idNumber: '001080007777' },
      () => world.register.members.push({ ...minh, idNumber: '001080007777', relationship: 'sibling' }),
    ],
  ])('%s', async (_, who, given) => {
    given();
    const officer = await identityOfficer(world, who);
    expect((await open(officer, await codeOf(citizen))).status).toBe(403);
    const at = await checked();
    expect((await officer.browser.get(at)).status).toBe(403);
    expect((await decide(officer, at, approve)).status).toBe(403);
    expect(await levelOf()).toBe(1);
  });

  test('an officer of whom nobody noted who they are checks nobody', async () => {
    const officer = await identityOfficer(world, { idNumber: null });
    expect((await open(officer, await codeOf(citizen))).status).toBe(403);
  });
});

test('officers of another agency, and of other roles, see nothing', async () => {
  const at = await checked();
  const elsewhere = await identityOfficer(world, { commune: '00070' });
  const intake = await identityOfficer(world, { role: 'intake' });
  expect((await elsewhere.browser.get(at)).status).toBe(404);
  expect((await decide(elsewhere, at, approve)).status).toBe(404);
  for (const path of ['/counter', at]) expect((await intake.browser.get(path)).status).toBe(403);
  expect((await open(intake, '12345678')).status).toBe(403);
  expect((await citizen.get(at)).status).toBe(404);
  expect((await world.browser('desk').get('/counter')).headers.location).toMatch(/^\/sign-in/);
  expect(await levelOf()).toBe(1);
});

test('a code is good for 15 minutes, for one officer, and only the newest', async () => {
  const old = await codeOf(citizen);
  const code = await codeOf(citizen);
  expect((await open(first, old)).status).toBe(422);
  world.db.clock.advance(15 * minute);
  for (const { browser } of [first, second]) await browser.signIn();
  expect((await open(first, code)).status).toBe(422);
  world.db.clock.advance(-1);
  expect((await open(first, code)).status).toBe(303);
  expect((await open(second, code)).status).toBe(422);
});

test('guessing codes is slowed down, and a good code then waits too', async () => {
  for (let tries = 0; tries < 20; tries += 1) expect((await open(first, '00000000')).status).toBe(422);
  expect((await open(first, '00000000')).status).toBe(429);
});

test('a check that takes more than an hour is over', async () => {
  const at = await checked();
  world.db.clock.advance(60 * minute);
  await second.browser.signIn();
  expect((await decide(second, at, approve)).status).toBe(410);
  expect(await levelOf()).toBe(1);
});

test('the portal cannot say that officers approved', async () => {
  await codeOf(citizen);
  await expect(
    world.portal.database.query(`UPDATE identity.counter_request SET state = 'approved'`),
  ).rejects.toThrow('permission denied');
  await expect(
    world.portal.database.query(
      `INSERT INTO identity.counter_request (id, state) VALUES (gen_random_uuid(), 'approved')`,
    ),
  ).rejects.toThrow('permission denied');
});
