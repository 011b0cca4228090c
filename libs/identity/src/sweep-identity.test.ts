import { claimOf, lan, signUp } from '../test/people.js';
import { createWorld, type World } from '../test/world.js';
import { sweepIdentity } from './sweep-identity.js';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('what has expired is swept away by the worker, and nothing else', async () => {
  const browser = await signUp(world, lan);
  await world.browser('portal').postForm('/sign-up', claimOf(lan));
  await browser.postJson('/step-up/challenge', {});
  const owner = await world.db.owner();
  const left = async () => {
    const [row] = await owner.query(`SELECT (SELECT count(*)::int FROM identity.challenge) AS challenges,
      (SELECT count(*)::int FROM identity.session) AS sessions, (SELECT count(*)::int FROM identity.sign_up) AS sign_ups,
      (SELECT count(*)::int FROM identity.throttle) AS tries, (SELECT count(*)::int FROM identity.passkey) AS passkeys`);
    return row;
  };
  const worker = (await world.db.platform('worker')).database.manager;
  const before = await left();
  expect(before).toMatchObject({ challenges: 1, sessions: 1, sign_ups: 1, passkeys: 1 });
  await owner.query('UPDATE identity.throttle SET expire = $1', [world.db.clock.now().getTime() + 1]);
  await sweepIdentity(worker, world.db.clock.now());
  expect(await left()).toEqual(before);
  world.db.clock.advance(12 * 3_600_000 + 1);
  await sweepIdentity(worker, world.db.clock.now());
  expect(await left()).toEqual({ challenges: 0, sessions: 0, sign_ups: 0, tries: 0, passkeys: 1 });
});
