import { transaction } from '#lib/platform';
import type { Browser } from '../../test/browser.js';
import { SmsGateway } from '#lib/registries';
import { identityOfficer } from '../../test/officers.js';
import { claimOf, lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { Person } from '../person/person.entity.js';
import { relayPhoneNotices } from '../phone-notices/relay-phone-notices.js';
import { sendPhoneNotice } from '../phone-notices/send-phone-notice.js';
import { unlock } from './unlock.js';

let world: World;
let citizen: Browser;
beforeAll(async () => {
  world = await createWorld();
  citizen = await signUp(world, lan);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  await (await world.db.owner()).query('UPDATE identity.person SET locked_at = NULL');
  await citizen.signIn();
});

const lockPath = '/account/identity/lock';
const isIn = async (browser: Browser) => (await browser.get('/account')).status === 200;
const person = () => world.portal.database.getRepository(Person).findOneByOrFail({ fullName: lan.fullName });

test('locking ends every session at once and says so', async () => {
  const other = world.browser('portal');
  other.device = citizen.device;
  await other.signIn();
  const locked = await citizen.postForm(lockPath, {});
  expect([locked.status, locked.headers.location]).toEqual([303, '/locked']);
  expect(await isIn(citizen)).toBe(false);
  expect(await isIn(other)).toBe(false);
  expect((await citizen.get('/locked')).text).toContain('/recovery/counter?purpose=unlock');
  const owner = await world.db.owner();
  const titles = await owner.query(
    `SELECT title->>'vi' AS title FROM notifications.inbox_entry ORDER BY at DESC`,
  );
  expect(titles).toContainEqual({ title: 'Bạn đã khóa danh tính điện tử' });
});

/** A gateway that does not answer. */
class AwayGateway extends SmsGateway {
  send(): Promise<void> {
    return Promise.reject(new Error('The gateway is away'));
  }
}

test('locking is told to the registered phone by the worker, once, and does not wait for the gateway', async () => {
  const owner = await world.db.owner();
  await owner.query('DELETE FROM identity.phone_notice');
  const worker = await world.db.platform('worker');
  world.sms.sent = [];
  expect((await citizen.postForm(lockPath, {})).status).toBe(303);
  expect((await citizen.postForm(lockPath, {})).status).toBe(401);
  expect(world.sms.sent).toEqual([]);
  expect([await relayPhoneNotices(worker), await relayPhoneNotices(worker)]).toEqual([1, 0]);
  const [job] = await owner.query(
    `SELECT payload FROM graphile_worker._private_jobs ORDER BY id DESC LIMIT 1`,
  );
  expect(Object.keys(job.payload)).toEqual(['id']);
  await expect(sendPhoneNotice(worker, new AwayGateway(), job.payload.id)).rejects.toThrow('away');
  await sendPhoneNotice(worker, world.sms, job.payload.id);
  await sendPhoneNotice(worker, world.sms, job.payload.id);
  expect(world.sms.sent).toEqual([{ to: lan.phone, text: expect.stringContaining('vừa bị khóa') }]);
});

test('a locked identity is let in by its passkey no more, and its holder alone is told why', async () => {
  await citizen.postForm(lockPath, {});
  const signedIn = await citizen.signIn('/applications');
  expect([signedIn.status, signedIn.body]).toEqual([200, { next: '/locked' }]);
  expect(citizen.cookies.has('__Host-portal')).toBe(false);
  expect(await isIn(citizen)).toBe(false);
  const stranger = world.browser('portal');
  await signUp(world, minh, stranger);
  expect(await isIn(stranger)).toBe(true);
});

test('a locked identity is not opened by signing up again', async () => {
  await citizen.postForm(lockPath, {});
  const browser = world.browser('portal');
  await browser.postForm('/sign-up', claimOf(lan));
  await browser.postForm('/sign-up/code', { code: world.sms.code });
  expect((await browser.register('/sign-up/passkey/challenge', '/sign-up/passkey')).status).toBe(409);
  expect(await isIn(browser)).toBe(false);
});

test('a session that survived somehow is nobody’s while the identity is locked', async () => {
  const { id } = await person();
  await world.portal.database.getRepository(Person).update(id, { lockedAt: world.portal.clock.now() });
  expect(await isIn(citizen)).toBe(false);
});

test('whoever is still signed in locks without the passkey that was stolen with the phone', async () => {
  world.db.clock.advance(20 * 60_000);
  expect((await citizen.get(lockPath)).status).toBe(200);
  expect((await citizen.postForm(lockPath, {})).headers.location).toBe('/locked');
  expect(await isIn(citizen)).toBe(false);
});

test('only who is signed in locks, and only themselves', async () => {
  const browser = world.browser('portal');
  expect((await browser.postForm(lockPath, {})).status).toBe(401);
  const officer = await identityOfficer(world);
  expect((await officer.browser.postForm(lockPath, {})).status).toBe(404);
  expect((await person()).lockedAt).toBeNull();
});

test('an identity that is unlocked with evidence signs in again', async () => {
  await citizen.postForm(lockPath, {});
  const { id } = await person();
  const unlocking = () => transaction(world.portal.database, (tx) => unlock(tx, world.portal, id));
  await expect(unlocking()).resolves.toEqual({ unlocked: true });
  const owner = await world.db.owner();
  const kinds = await owner.query('SELECT kind FROM identity.phone_notice WHERE person_id = $1', [id]);
  expect(kinds).toContainEqual({ kind: 'unlocked' });
  await expect(unlocking()).resolves.toEqual({ unlocked: false });
  await citizen.signIn();
  expect(await isIn(citizen)).toBe(true);
});
