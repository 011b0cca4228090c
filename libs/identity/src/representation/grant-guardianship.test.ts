import { transaction } from '#lib/platform';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { grantGuardianship } from './grant-guardianship.js';
import { mandatesFor } from './mandates-for.js';

const officers: [string, string] = [
  '0190a000-0000-7000-8000-000000000001',
  '0190a000-0000-7000-8000-000000000002',
];
const procedure = { code: '1.001193', field: 'civil-status' };

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const grant = (guardianId: string, by = officers) =>
  transaction(world.desk.database, (tx) =>
    grantGuardianship(tx, world.desk, {
      guardianId,
      ward: minh,
      validUntil: new Date('2027-11-20T00:00:00Z'),
      decision: '12/QĐ-UBND',
      officers: by,
    }),
  );

test('two officers let a guardian act for a grown ward, who is told and can end it at once', async () => {
  await signUp(world, lan);
  const ward = await signUp(world, minh);
  const tx = world.portal.database.manager;
  const id = (await personWithIdNumber(tx, world.portal, lan.idNumber)) ?? '';
  const mandateId = await grant(id);
  const person = { id, assurance: 1 as const };
  expect(await mandatesFor(tx, world.portal, person, procedure)).toHaveLength(1);
  const [notice]: { title: { vi: string } }[] = await tx.query(
    `SELECT title FROM notifications.inbox_entry WHERE href = '/account/acting'`,
  );
  expect(notice?.title.vi).toBe(`${lan.fullName} được làm thay ${minh.fullName}`);
  expect((await ward.get('/account/acting')).text).toContain('người giám hộ');
  expect((await ward.postForm(`/account/acting/${mandateId}/ending`, {})).status).toBe(303);
  expect(await mandatesFor(tx, world.portal, person, procedure)).toEqual([]);
});

test('one officer alone lets nobody', async () => {
  const id = (await personWithIdNumber(world.portal.database.manager, world.portal, lan.idNumber)) ?? '';
  await expect(grant(id, [officers[0], officers[0]])).rejects.toMatchObject({ code: 'two-officers-needed' });
});
