import { blindIndex, newId, type Platform, Refusal } from '#lib/platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { PopulationRegister } from './population-register.js';
import { RecordedPopulationRegister } from './recorded-population-register.js';
import type { HouseholdMember } from './register-person.js';

const minh = { idNumber: '001090012345', fullName: 'Nguyễn Văn Minh', relationship: 'head' };
const ha = { idNumber: '036193004128', fullName: 'Trần Thị Thu Hà', relationship: 'spouse' };

class Household extends PopulationRegister {
  away = false;
  async findPerson(idNumber: string) {
    return (await this.household()).find((each) => each.idNumber === idNumber);
  }
  async household() {
    if (this.away) throw new Refusal('register-unavailable', 503);
    return [minh, ha] as HouseholdMember[];
  }
}

let db: TestDatabase;
let platform: Platform;
const asked = new Household();
let register: RecordedPopulationRegister;
beforeAll(async () => {
  db = await createTestDatabase();
  platform = await db.platform('portal');
  register = new RecordedPopulationRegister(asked, platform);
});
afterAll(() => db?.close());

async function recorded(since: number) {
  const rows: { purpose: string; index: string; case_id: string | null }[] = await (await db.owner()).query(
    'SELECT purpose, subject_index AS index, case_id FROM audit.access_event ORDER BY id OFFSET $1',
    [since],
  );
  return rows;
}
const count = async () => (await recorded(0)).length;
const indexOf = ({ idNumber }: { idNumber: string }) =>
  blindIndex(platform.config.secrets.blindIndexKey, idNumber);

test('whoever is looked up is recorded by their number, account or not, with what for and for which application', async () => {
  const before = await count();
  const caseId = newId();
  await register.findPerson(minh.idNumber, 'prefill:1.001193', caseId);
  expect(await recorded(before)).toEqual([{ purpose: 'prefill', index: indexOf(minh), case_id: caseId }]);
});

test('everybody in a household that was read is recorded, the others without the application', async () => {
  const before = await count();
  const caseId = newId();
  await register.household(minh.idNumber, 'prefill:1.001193', caseId);
  expect(await recorded(before)).toEqual([
    { purpose: 'prefill', index: indexOf(minh), case_id: caseId },
    { purpose: 'prefill', index: indexOf(ha), case_id: null },
  ]);
});

test('where nobody is found, and where the register is away, nothing was seen', async () => {
  const before = await count();
  expect(await register.findPerson('001090099999', 'sign-up')).toBeUndefined();
  asked.away = true;
  await expect(register.household(minh.idNumber, 'sign-up')).rejects.toThrow('register-unavailable');
  asked.away = false;
  expect(await count()).toBe(before);
});

test('what cannot be recorded is not told', async () => {
  const owner = await db.owner();
  await owner.query('REVOKE INSERT ON audit.access_event FROM dvc_portal');
  await expect(register.findPerson(minh.idNumber, 'sign-up')).rejects.toThrow('permission denied');
  await owner.query('GRANT INSERT ON audit.access_event TO dvc_portal');
});
