import { unseal } from '#lib/platform';
import { child, claimOf, deceased, lan, minh, noPhone, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { isClaimedOften } from '../throttle/slow-down-claim.js';
import { Person } from '../person/person.entity.js';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  world.register.add(lan, minh, deceased, child, noPhone);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.sms.sent = [];
  world.db.clock.set('2026-11-20T03:05:00Z');
  const owner = await world.db.owner();
  for (const table of ['proofing', 'person', 'passkey', 'throttle'])
    await owner.query(`DELETE FROM identity.${table}`);
});

test('a person in the register becomes a citizen with an account, a passkey and a session, and goes where they came from', async () => {
  const browser = world.browser('portal');
  const form = await browser.get('/sign-up?next=%2Fprocedures');
  expect(form.text).toContain('name="birthDate-day"');
  expect(form.text).toContain('value="/procedures"');

  const claimed = await browser.postForm('/sign-up', claimOf(lan));
  expect([claimed.status, claimed.headers.location]).toEqual([303, '/sign-up/code']);
  expect(world.sms.sent).toEqual([{ to: lan.phone, text: expect.stringMatching(/\b\d{6}\b/) }]);
  expect(world.register.asked).toContain('sign-up');

  const proved = await browser.postForm('/sign-up/code', { code: world.sms.code });
  expect([proved.status, proved.headers.location]).toEqual([303, '/sign-up/passkey']);
  expect((await browser.get('/sign-up/passkey')).text).toContain(lan.fullName);

  const created = await browser.register('/sign-up/passkey/challenge', '/sign-up/passkey');
  expect(created.body).toEqual({ next: '/sign-up/done?next=%2Fprocedures' });
  const done = await browser.get(created.body.next);
  expect(done.text).toContain('href="/procedures"');
  expect(done.text).toContain(lan.fullName);

  const person = await world.portal.database
    .getRepository(Person)
    .findOneByOrFail({ fullName: lan.fullName });
  expect(person).toMatchObject({ birthDate: lan.birthDate, sex: 'female', assurance: 1 });
  const proofs = await (await world.db.owner()).query(
    'SELECT method, level, evidence FROM identity.proofing WHERE person_id = $1',
    [person.id],
  );
  expect(proofs).toEqual([
    {
      method: 'register-and-phone',
      level: 1,
      evidence: expect.objectContaining({ matched: ['id-number', 'full-name', 'birth-date'] }),
    },
  ]);
  expect(person.evidence).toEqual({
    method: 'register-match-and-phone-code',
    register: 'population',
    matched: ['id-number', 'full-name', 'birth-date'],
    provedAt: '2026-11-20T03:05:00.000Z',
  });
  const { encryptionKey } = world.portal.config.secrets;
  expect(unseal(encryptionKey, `person:id-number:${person.id}`, person.idNumberSealed)).toBe(lan.idNumber);
});

test('the ID number lies nowhere in the database, neither plain nor as a plain hash', async () => {
  await signUp(world, lan);
  const owner = await world.db.owner();
  const dump = JSON.stringify(await owner.query('SELECT person FROM identity.person')) + (await signUpRows());
  expect(dump).not.toContain(lan.idNumber);
  expect(dump).not.toContain(lan.phone);
});

test('whatever does not match, the answer and the page after it are the same to the byte, and no code is sent', async () => {
  const cases = {
    matches: claimOf(lan),
    'unknown number': claimOf({ ...lan, idNumber: '001190099999' }),
    'other name': claimOf({ ...lan, fullName: 'Phạm Thị Mai' }),
    'other birth date': claimOf({ ...lan, birthDate: '1990-03-28' }),
    deceased: claimOf(deceased),
    'no phone': claimOf(noPhone),
    'under 14': claimOf(child),
    'has an account': claimOf(minh),
  };
  await signUp(world, minh);
  world.sms.sent = [];
  const seen = [];
  for (const claim of Object.values(cases)) {
    const browser = world.browser('portal');
    const answer = await browser.postForm('/sign-up', claim);
    const page = await browser.get('/sign-up/code');
    const wrong = await browser.postForm('/sign-up/code', { code: wrongCode() });
    seen.push([
      answer.status,
      answer.headers.location,
      answer.text,
      page.status,
      page.text,
      wrong.status,
      wrong.text,
    ]);
  }
  for (const each of seen) expect(each).toEqual(seen[0]);
  expect(world.sms.sent).toHaveLength(2);
});

test('who has an account learns so only with the code, and is led to sign in', async () => {
  await signUp(world, lan);
  const browser = world.browser('portal');
  await browser.postForm('/sign-up', claimOf(lan));
  expect((await browser.get('/sign-up/known')).headers.location).toBe('/sign-up');
  await browser.postForm('/sign-up/code', { code: world.sms.code });
  expect((await browser.get('/sign-up/passkey')).headers.location).toBe('/sign-up/known');
  expect((await browser.get('/sign-up/known')).text).toContain('href="/sign-in?next=%2Fprocedures"');
  const more = await browser.register('/sign-up/passkey/challenge', '/sign-up/passkey');
  expect([more.status, more.body.code]).toEqual([409, 'account-exists']);
});

test('after five wrong codes the right one does not help either, and a new one can be asked for', async () => {
  const browser = world.browser('portal');
  await browser.postForm('/sign-up', claimOf(lan));
  const { code } = world.sms;
  for (let tries = 0; tries < 5; tries++)
    expect((await browser.postForm('/sign-up/code', { code: wrongCode() })).status).toBe(422);
  expect((await browser.postForm('/sign-up/code', { code })).status).toBe(410);
  await browser.postForm('/sign-up', claimOf(lan));
  expect((await browser.postForm('/sign-up/code', { code: world.sms.code })).status).toBe(303);
});

test('a code is good for 15 minutes and in the browser that asked for it', async () => {
  const browser = world.browser('portal');
  await browser.postForm('/sign-up', claimOf(lan));
  const { code } = world.sms;
  const other = world.browser('portal');
  await other.postForm('/sign-up', claimOf(minh));
  expect((await other.postForm('/sign-up/code', { code })).status).toBe(422);
  world.db.clock.advance(15 * 60_000);
  expect((await browser.postForm('/sign-up/code', { code })).status).toBe(410);
});

test('a passkey cannot be created before the code was right', async () => {
  const browser = world.browser('portal');
  await browser.postForm('/sign-up', claimOf(lan));
  const early = await browser.register('/sign-up/passkey/challenge', '/sign-up/passkey');
  expect([early.status, early.body.code]).toEqual([410, 'sign-up-over']);
  expect((await browser.get('/sign-up/passkey')).headers.location).toBe('/sign-up/code');
});

test('two browsers that finish the sign-up of one person make one account', async () => {
  const browsers = [world.browser('portal'), world.browser('portal')];
  for (const browser of browsers) {
    await browser.postForm('/sign-up', claimOf(lan));
    await browser.postForm('/sign-up/code', { code: world.sms.code });
  }
  const ready = await Promise.all(
    browsers.map(async (browser) => {
      const options = await browser.postJson('/sign-up/passkey/challenge', {});
      return browser.device.createJSON(browser.origin, options.body.publicKey);
    }),
  );
  const done = await Promise.all(
    browsers.map((browser, index) => browser.postJson('/sign-up/passkey', { credential: ready[index] })),
  );
  expect(done.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await world.portal.database.getRepository(Person).count()).toBe(1);
});

test('what was typed stays, and each mistake is named with how to mend it', async () => {
  const page = await world
    .browser('portal')
    .postForm('/sign-up', { ...claimOf(lan), idNumber: '123', 'birthDate-month': '13' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('value="123"');
  expect(page.text).toContain('href="#idNumber"');
  expect(page.text).toContain('href="#birthDate-month"');
  expect(page.text).toContain('<title>Lỗi: ');
});

test('trying one ID number again and again is slowed down, with how long to wait, and others go on', async () => {
  const statuses: number[] = [];
  for (let tries = 0; tries < 11; tries++)
    statuses.push((await world.browser('portal').postForm('/sign-up', claimOf(lan))).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 429]);
  const slowed = await world.browser('portal').postForm('/sign-up', claimOf(lan));
  expect(slowed.text).toMatch(/Hãy đợi 10 phút/);
  expect((await world.browser('portal').postForm('/sign-up', claimOf(minh))).status).toBe(303);
});

test('whoever claims to be somebody all day from many networks keeps them out of nothing: the codes get longer', async () => {
  const { idNumber, fullName, birthDate } = lan;
  for (let tries = 0; tries < 60; tries++)
    await isClaimedOften(world.portal, { idNumber, fullName, birthDate });
  const browser = world.browser('portal');
  expect((await browser.postForm('/sign-up', claimOf(lan))).status).toBe(303);
  const code = /\b\d{12}\b/.exec(world.sms.sent.at(-1)?.text ?? '')?.[0] ?? '';
  expect((await browser.postForm('/sign-up/code', { code: code.slice(0, 6) })).status).toBe(422);
  expect((await browser.postForm('/sign-up/code', { code })).headers.location).toBe('/sign-up/passkey');
  const counter = { purpose: 'recovery', ...claimOf(lan) };
  expect((await world.browser('portal').postForm('/recovery/counter', counter)).status).toBe(303);
});

test('a next page elsewhere is forgotten', async () => {
  const browser = world.browser('portal');
  await browser.postForm('/sign-up', { ...claimOf(lan), next: 'https://elsewhere.example/' });
  await browser.postForm('/sign-up/code', { code: world.sms.code });
  const created = await browser.register('/sign-up/passkey/challenge', '/sign-up/passkey');
  expect(created.body).toEqual({ next: '/sign-up/done?next=%2F' });
});

function wrongCode(): string {
  const right = world.sms.sent.at(-1) ? world.sms.code : '';
  return right === '000000' ? '111111' : '000000';
}

async function signUpRows(): Promise<string> {
  return JSON.stringify(await (await world.db.owner()).query('SELECT sign_up FROM identity.sign_up'));
}
