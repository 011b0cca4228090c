import type { DataSource } from 'typeorm';
import {
  askAgain,
  isNoted,
  knownOfficer,
  noteOfficerIdentity,
  officersUnconcerned,
  relayLookups,
} from '#lib/organisations';
import { blindIndex, type Platform } from '#lib/platform';
import type { RegisterPerson } from '#lib/registries';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { child, lan, minh } from '../../test/people.js';
import { TestRegister } from '../../test/world.js';
import { lookUpOfficer } from './look-up-officer.js';

let db: TestDatabase;
let desk: Platform;
let worker: Platform;
let register: TestRegister;
let owner: DataSource;
let officerId: string;

beforeEach(async () => {
  db = await createTestDatabase();
  [desk, worker] = [await db.platform('desk'), await db.platform('worker')];
  register = new TestRegister();
  owner = await db.owner();
  await owner.query('DELETE FROM organisations.officer_lookup');
  officerId = (await knownOfficer(desk.database.manager, { staffNumber: 'T1', fullName: lan.fullName })).id;
});
afterEach(() => db?.close());

const note = (household: string[] = []) =>
  desk.database.transaction((tx) =>
    noteOfficerIdentity(
      tx,
      desk.config.secrets,
      { officerId, at: db.clock.now() },
      { idNumber: lan.idNumber, household },
    ),
  );
const jobs = async (): Promise<number> => relayLookups(worker.database.manager);
const lookUp = () => lookUpOfficer(worker, register, officerId);
const indexOf = ({ idNumber }: Pick<RegisterPerson, 'idNumber'>) =>
  blindIndex(desk.config.secrets.blindIndexKey, idNumber);
const mayHandle = async (person: Pick<RegisterPerson, 'idNumber'>) =>
  (await officersUnconcerned(desk.database.manager, [officerId], [indexOf(person)])).has(officerId);

test('an officer handles nothing until it is noted who they are and the register has told whom they live with', async () => {
  register.add(lan);
  expect([await isNoted(desk.database.manager, officerId), await mayHandle(child)]).toEqual([false, false]);
  await note();
  expect(await mayHandle(child)).toBe(false);
  await lookUp();
  expect([await mayHandle(child), await mayHandle(lan)]).toEqual([true, false]);
});

test('husband, wife and household are known from the register, though nobody typed them', async () => {
  register.add({ ...lan, spouseIdNumber: minh.idNumber });
  register.members = [lan, child].map((each) => ({ ...each, relationship: 'other' }) as never);
  await note();
  await lookUp();
  expect([await mayHandle(minh), await mayHandle(child)]).toEqual([false, false]);
});

test('who was typed stays, what the register said before goes', async () => {
  register.add({ ...lan, spouseIdNumber: minh.idNumber });
  await note([child.idNumber]);
  await lookUp();
  register.add(lan);
  await lookUp();
  expect([await mayHandle(minh), await mayHandle(child)]).toEqual([true, false]);
});

test('a number of nobody lets the officer handle nothing, and what the register said before stands', async () => {
  await note();
  await lookUp();
  expect(await mayHandle(child)).toBe(false);
});

test('the register is asked once by itself, and again of those who hold a role', async () => {
  await note();
  expect([await jobs(), await jobs()]).toEqual([1, 0]);
  await askAgain(worker.database.manager, db.clock.now());
  expect(await jobs()).toBe(0);
  await owner.query(
    `INSERT INTO organisations.officer_role (id, officer_id, role, agency_id, valid_from)
      SELECT gen_random_uuid(), $1, 'intake', id, '2020-01-01' FROM organisations.agency LIMIT 1`,
    [officerId],
  );
  await askAgain(worker.database.manager, db.clock.now());
  expect(await jobs()).toBe(1);
});

test('an answer about a number that was noted anew meanwhile is not kept', async () => {
  register.add({ ...lan, spouseIdNumber: minh.idNumber });
  await note();
  register.findPerson = async () => {
    await note();
    return lan;
  };
  await lookUp();
  expect(await mayHandle(child)).toBe(false);
});

test('the desk cannot read the number, not even sealed', async () => {
  await note();
  await expect(desk.database.query('SELECT number_sealed FROM organisations.officer_lookup')).rejects.toThrow(
    'permission denied',
  );
});
