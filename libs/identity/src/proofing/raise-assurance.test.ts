import { newId, transaction } from '#lib/platform';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { Person } from '../person/person.entity.js';
import { raiseAssurance } from './raise-assurance.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function idOf(fullName: string): Promise<string> {
  const people = world.portal.database.getRepository(Person);
  return (await people.findOneByOrFail({ fullName })).id;
}
const byNationalIdentity = { level: 2, method: 'national-identity', evidence: { acr: 'level-2' } } as const;
const raise = (personId: string, proof: Parameters<typeof raiseAssurance>[3] = byNationalIdentity) =>
  transaction(world.portal.database, (tx) => raiseAssurance(tx, world.portal, personId, proof));

test('a proof of level 2 raises the person, ends their sessions and is told to them', async () => {
  const browser = await signUp(world, lan);
  const id = await idOf(lan.fullName);
  await expect(raise(id)).resolves.toEqual({ raised: true });
  expect((await browser.get('/account')).headers.location).toContain('/sign-in');
  const owner = await world.db.owner();
  expect(await owner.query('SELECT assurance FROM identity.person WHERE id = $1', [id])).toEqual([
    { assurance: 2 },
  ]);
  const notices = await owner.query(
    `SELECT title->>'vi' AS title FROM notifications.inbox_entry WHERE person_id = $1 AND href = '/account/identity'`,
    [id],
  );
  expect(notices).toEqual([{ title: 'Danh tính của bạn đã được nâng lên mức 2' }]);
});

test('a proof of a lower level is kept beside that of the sign-up and lowers nobody', async () => {
  const id = await idOf(lan.fullName);
  await expect(raise(id, { level: 1, method: 'register-and-phone', evidence: {} })).resolves.toEqual({
    raised: false,
  });
  const owner = await world.db.owner();
  const levels = 'SELECT level FROM identity.proofing WHERE person_id = $1 ORDER BY level';
  expect(await owner.query(levels, [id])).toMatchObject([{ level: 1 }, { level: 1 }, { level: 2 }]);
  expect((await owner.query('SELECT assurance FROM identity.person WHERE id = $1', [id]))[0].assurance).toBe(
    2,
  );
});

test('two officers at a counter end the wait after a recovery; an identity provider does not', async () => {
  const id = await idOf(lan.fullName);
  const owner = await world.db.owner();
  const held = async () =>
    (await owner.query('SELECT held_until FROM identity.person WHERE id = $1', [id]))[0];
  await owner.query('UPDATE identity.person SET held_until = $2 WHERE id = $1', [
    id,
    world.portal.clock.now(),
  ]);
  await raise(id);
  expect(await held()).not.toEqual({ held_until: null });
  await raise(id, { level: 2, method: 'counter', evidence: {}, officers: [newId(), newId()] });
  expect(await held()).toEqual({ held_until: null });
});

test('nobody is raised while their identity is locked', async () => {
  await signUp(world, minh);
  const id = await idOf(minh.fullName);
  await world.portal.database.getRepository(Person).update(id, { lockedAt: world.portal.clock.now() });
  await expect(raise(id)).rejects.toMatchObject({ code: 'identity-locked', status: 403 });
});

test('the database takes a proof at a counter from two officers alone', async () => {
  const id = await idOf(lan.fullName);
  const officer = newId();
  const alone = { level: 2, method: 'counter', evidence: {}, officers: [officer, officer] } as const;
  await expect(raise(id, { ...alone, officers: [officer, officer] })).rejects.toThrow('by_two_at_a_counter');
  await expect(raise(id, { level: 2, method: 'counter', evidence: {} })).rejects.toThrow(
    'by_two_at_a_counter',
  );
});

test('the desk ends the sessions of citizens by its one way, and sees none of them', async () => {
  const rows = await world.desk.database.query('SELECT 1 FROM identity.session WHERE audience = $1', [
    'portal',
  ]);
  expect(rows).toEqual([]);
  const id = await idOf(lan.fullName);
  await expect(
    world.desk.database.query('SELECT identity.end_citizen_sessions($1)', [id]),
  ).resolves.toBeDefined();
  await expect(world.desk.database.query('SELECT 1 FROM identity.proofing')).rejects.toThrow(
    'permission denied',
  );
});
