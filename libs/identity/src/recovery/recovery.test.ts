import { type Browser, newDevice } from '../../test/browser.js';
import { identityOfficer, type OfficerAtCounter } from '../../test/officers.js';
import { claimOf, lan, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';

const hour = 3_600_000;
const check = { document: 'identity-card', tail: lan.idNumber.slice(-4), compared: 'yes' };
let world: World;
let holder: Browser;
let first: OfficerAtCounter;
let second: OfficerAtCounter;
let lost: Browser;

beforeAll(async () => {
  world = await createWorld();
  holder = await signUp(world, lan);
  first = await identityOfficer(world);
  second = await identityOfficer(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  const owner = await world.db.owner();
  await owner.query('TRUNCATE identity.throttle, identity.recovery, identity.sign_up');
  await owner.query('DELETE FROM identity.counter_request');
  await owner.query('UPDATE identity.person SET assurance = 1, locked_at = NULL, held_until = NULL');
  for (const browser of [holder, first.browser, second.browser]) await browser.signIn();
  lost = world.browser('portal');
  world.sms.sent = [];
});

const isIn = async (browser: Browser) => (await browser.get('/account')).status === 200;
const newPasskey = (browser: Browser) => browser.register('/recovery/passkey/challenge', '/recovery/passkey');
async function prove(browser: Browser): Promise<void> {
  await browser.postForm('/sign-up', claimOf(lan));
  await browser.postForm('/sign-up/code', { code: world.sms.code });
}
async function personOf(): Promise<{ held_until: Date | null; assurance: number }> {
  const owner = await world.db.owner();
  return (await owner.query('SELECT held_until, assurance FROM identity.person'))[0];
}
async function titles(): Promise<string[]> {
  const owner = await world.db.owner();
  const rows = await owner.query(
    `SELECT title->>'en' AS title FROM notifications.inbox_entry ORDER BY at, id`,
  );
  return rows.map(({ title }: { title: string }) => title);
}

describe('by the phone of the register', () => {
  test('it takes the proof, a day, and the proof again; then every old passkey is worth nothing', async () => {
    await prove(lost);
    expect((await lost.get('/sign-up/known')).text).toContain('action="/recovery"');
    expect((await lost.postForm('/recovery', {})).headers.location).toBe('/recovery/waiting');
    expect((await lost.get('/recovery/waiting')).text).toContain('21/11/2026');
    const asked = (await lost.get('/sign-up/known')).text;
    expect(asked).toContain('href="/recovery/waiting"');
    expect(asked).not.toContain('action="/recovery"');
    expect((await newPasskey(lost)).status).toBe(410);
    world.db.clock.advance(24 * hour - 1);
    await prove(lost);
    expect((await newPasskey(lost)).status).toBe(410);
    world.db.clock.advance(1);
    expect((await lost.get('/recovery/waiting')).headers.location).toBe('/recovery/passkey');
    expect((await lost.get('/sign-up/known')).text).toContain('href="/recovery/passkey"');
    const done = await newPasskey(lost);
    expect([done.status, done.body]).toEqual([200, { next: '/account/identity?done=recovered' }]);
    expect(await isIn(lost)).toBe(true);
    expect((await holder.signIn()).status).toBe(400);
    expect(await isIn(holder)).toBe(false);
    expect((await personOf()).held_until).toEqual(new Date('2026-11-22T03:05:00Z'));
    expect(await titles()).toContain('Your account was recovered');
    expect(world.sms.sent.at(-1)?.text).toContain('đã được khôi phục');
    holder = lost;
  });

  test('who is signing in or adding a passkey at that very moment is left with nothing', async () => {
    await prove(lost);
    await lost.postForm('/recovery', {});
    world.db.clock.advance(24 * hour);
    await prove(lost);
    await holder.signIn();
    const adders = Array.from({ length: 4 }, () =>
      Object.assign(world.browser('portal'), { cookies: new Map(holder.cookies) }),
    );
    const signers = Array.from({ length: 4 }, () =>
      Object.assign(world.browser('portal'), { device: holder.device }),
    );
    const tries = [
      ...adders.map((each) => each.register('/account/passkeys/challenge', '/account/passkeys')),
      ...signers.map((each) => each.signIn()),
    ];
    const [done] = await Promise.all([newPasskey(lost), ...tries]);
    expect(done.status).toBe(200);
    const owner = await world.db.owner();
    expect(await owner.query("SELECT 1 FROM identity.passkey WHERE audience = 'portal'")).toHaveLength(1);
    for (const each of [...adders, ...signers]) expect(await isIn(each)).toBe(false);
    expect(await isIn(lost)).toBe(true);
    holder = lost;
  });

  test('the holder is told by text message and inbox, and cancels from any session', async () => {
    await prove(lost);
    await lost.postForm('/recovery', {});
    expect(world.sms.sent.at(-1)).toMatchObject({
      to: lan.phone,
      text: expect.stringContaining('khôi phục'),
    });
    expect(await titles()).toContain('Somebody is asking to recover your account');
    expect((await holder.get('/account/identity')).text).toContain('/account/identity/recovery/cancellation');
    await holder.postForm('/account/identity/recovery/cancellation', {});
    expect((await holder.get('/account/identity')).text).not.toContain('recovery/cancellation');
    expect(await titles()).toContain('The account recovery was cancelled');
    world.db.clock.advance(25 * hour);
    await prove(lost);
    expect((await newPasskey(lost)).status).toBe(410);
    await holder.signIn();
    expect(await isIn(holder)).toBe(true);
  });

  test('asking twice does not begin the day anew, and tells once', async () => {
    await prove(lost);
    await lost.postForm('/recovery', {});
    const told = world.sms.sent.length;
    world.db.clock.advance(hour);
    await prove(lost);
    await lost.postForm('/recovery', {});
    expect((await lost.get('/recovery/waiting')).text).toContain('10:05');
    expect(world.sms.sent.length).toBe(told + 1);
  });

  test('without the code from the phone nobody begins one', async () => {
    await lost.postForm('/sign-up', claimOf(lan));
    expect((await lost.postForm('/recovery', {})).headers.location).toBe('/sign-up');
    expect((await world.browser('portal').postForm('/recovery', {})).headers.location).toBe('/sign-up');
    expect(await (await world.db.owner()).query('SELECT 1 FROM identity.recovery')).toEqual([]);
  });

  test('a person of level 2 is not recovered by a proof of level 1, nor a locked one', async () => {
    const owner = await world.db.owner();
    await owner.query('UPDATE identity.person SET assurance = 2');
    await prove(lost);
    expect((await lost.postForm('/recovery', {})).status).toBe(403);
    await owner.query('UPDATE identity.person SET assurance = 1, locked_at = now()');
    expect((await lost.postForm('/recovery', {})).status).toBe(403);
    expect(await owner.query('SELECT 1 FROM identity.recovery')).toEqual([]);
  });
});

const codeIn = async (browser: Browser) =>
  /(\d{4}) (\d{4})/
    .exec((await browser.get('/recovery/counter/code')).text)
    ?.slice(1)
    .join('') ?? '';

async function approved(purpose: 'recovery' | 'unlock'): Promise<void> {
  await lost.postForm('/recovery/counter', { ...claimOf(lan), purpose });
  const opened = await first.browser.postForm('/counter', { code: await codeIn(lost) });
  const at = String(opened.headers.location);
  await first.browser.postForm(`${at}/check`, check);
  expect((await newPasskey(lost)).status).toBe(410);
  const decided = await second.browser.postForm(`${at}/decision`, { decision: 'approve' });
  expect(decided.status).toBe(303);
}

describe('at a counter', () => {
  test('two officers approve, and the browser that began makes the passkey at once, without a hold', async () => {
    await approved('recovery');
    const stranger = world.browser('portal');
    expect((await newPasskey(stranger)).status).toBe(410);
    expect((await lost.get('/recovery/counter/code')).text).toContain('href="/recovery/passkey"');
    expect((await newPasskey(lost)).status).toBe(200);
    expect(await isIn(lost)).toBe(true);
    expect((await holder.signIn()).status).toBe(400);
    expect(await personOf()).toEqual({ held_until: null, assurance: 2 });
    holder = lost;
  });

  test('what was approved is used once', async () => {
    await approved('recovery');
    const tabs = [lost, Object.assign(world.browser('portal'), { cookies: new Map(lost.cookies) })];
    const [one, other] = tabs as [Browser, Browser];
    other.device = newDevice();
    const outcomes = await Promise.all([newPasskey(one), newPasskey(other)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    holder = outcomes[0]?.status === 200 ? one : other;
  });

  test('a locked identity is unlocked, and its passkeys sign in again', async () => {
    await holder.postForm('/account/identity/lock', {});
    expect((await holder.signIn()).body).toEqual({ next: '/locked' });
    await approved('unlock');
    expect((await newPasskey(lost)).status).toBe(410);
    await holder.signIn();
    expect(await isIn(holder)).toBe(true);
    expect(await titles()).toContain('Your electronic identity was unlocked');
  });

  test('whoever is claimed, the answer is the same: a code, which opens nothing where nobody is there', async () => {
    const claims = [
      claimOf(lan),
      claimOf({ ...lan, idNumber: '001190099999' }),
      claimOf({ ...lan, fullName: 'Lê Thị Ai' }),
    ];
    const seen: string[] = [];
    for (const claim of claims) {
      const browser = world.browser('portal');
      const asked = await browser.postForm('/recovery/counter', claim);
      const page = await browser.get('/recovery/counter/code');
      // The code and its picture are another each time.
      const words = page.text.replace(/data:image\/svg[^"]*|\d{4} \d{4}/g, '');
      seen.push(`${asked.status} ${asked.headers.location} ${words.length}`);
      const opened = await first.browser.postForm('/counter', { code: await codeIn(browser) });
      expect(opened.status).toBe(claim === claims[0] ? 303 : 422);
    }
    expect(new Set(seen).size).toBe(1);
  });

  test('claims for one ID number are slowed down', async () => {
    for (let tries = 0; tries < 10; tries += 1)
      expect((await lost.postForm('/recovery/counter', claimOf(lan))).status).toBe(303);
    expect((await lost.postForm('/recovery/counter', claimOf(lan))).status).toBe(429);
  });
});

test('cancelling is for citizens who are signed in, and touches their own recovery alone', async () => {
  const cancel = '/account/identity/recovery/cancellation';
  expect((await world.browser('portal').postForm(cancel, {})).status).toBe(401);
  expect((await first.browser.postForm(cancel, {})).status).toBe(404);
  await holder.postForm(cancel, {});
  expect((await lost.get('/recovery')).text).toContain('/recovery/counter');
});
