import type { DataSource } from 'typeorm';
import { usualOfficeHours } from '#lib/calendar';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { type AgencyAddress, findAgency } from '../agencies/find-agency.js';
import { superiorAgency } from '../agencies/superior-agency.js';
import { officeHoursOf } from './office-hours-of.js';
import { seedOfficeHours } from './seed-office-hours.js';

let world: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  world = await createTestDatabase();
  owner = await world.owner();
});
afterAll(() => world?.close());

const cuaNam = { communeCode: '00082' };
const saiGon = { communeCode: '26740' };
const now = new Date('2026-11-20T03:05:00Z');

async function at(address: AgencyAddress) {
  const agency = await findAgency(owner.manager, address);
  if (!agency) throw new Error(`nobody at ${JSON.stringify(address)}`);
  return agency;
}
const hoursAt = async (address: AgencyAddress, when = now) =>
  officeHoursOf(owner.manager, (await at(address)).id, when);

test('an agency has the usual hours unless it has its own', async () => {
  expect(await hoursAt(cuaNam)).toBe(usualOfficeHours);
  expect((await hoursAt(saiGon))[5]).toEqual([{ fromMs: 7.5 * 3_600_000, toMs: 11.5 * 3_600_000 }]);
  expect(await hoursAt({ ...saiGon, body: 'police' })).toBe(usualOfficeHours);
});

test('hours hold from a day on until another', async () => {
  const { id } = await at(saiGon);
  const before = new Date('2025-06-30T16:59:00Z');
  expect(await officeHoursOf(owner.manager, id, before)).toBe(usualOfficeHours);
  expect((await officeHoursOf(owner.manager, id, new Date('2025-06-30T17:00:00Z')))[5]).toHaveLength(1);
  await owner.query("UPDATE organisations.office_hours SET valid_until = '2026-11-20' WHERE agency_id = $1", [
    id,
  ]);
  expect(await officeHoursOf(owner.manager, id, now)).toBe(usualOfficeHours);
});

test('what ships is marked as assumed, and seeding again changes nothing', async () => {
  const count = () =>
    owner.query('SELECT count(*)::int, bool_and(assumed) AS assumed FROM organisations.office_hours');
  const [first] = await count();
  expect(first.assumed).toBe(true);
  expect(first.count).toBeGreaterThan(34);
  await seedOfficeHours(owner.manager);
  expect(await count()).toEqual([first]);
});

async function above(address: AgencyAddress, ministry?: string): Promise<string | undefined> {
  return (await superiorAgency(owner.manager, await at(address), ministry))?.nameVi;
}

test('above a commune is its province, above that a ministry, above it nobody', async () => {
  expect(await above(cuaNam)).toBe('UBND thành phố Hà Nội');
  expect(await above({ ...cuaNam, body: 'police' })).toBe('Công an thành phố Hà Nội');
  expect(await above({ provinceCode: '01' })).toBeUndefined();
  expect(await above({ provinceCode: '01' }, 'bo-tu-phap')).toBe('Bộ Tư pháp');
  expect(await above({ provinceCode: '01', body: 'police' })).toBe('Bộ Công an');
  expect(await above({ provinceCode: '01', body: 'tax' }, 'bo-tu-phap')).toBe('Bộ Tài chính');
  expect(await above({ ministry: 'bo-tu-phap' }, 'bo-tu-phap')).toBeUndefined();
});
