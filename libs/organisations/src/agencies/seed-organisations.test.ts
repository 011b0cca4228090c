import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { places } from '../places/places.js';
import { allAgencies } from './all-agencies.js';
import { type AgencyAddress, findAgency } from './find-agency.js';
import { seedOrganisations } from './seed-organisations.js';

let world: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  world = await createTestDatabase();
  owner = await world.owner();
});
afterAll(() => world.close());

test('a fresh start has 34 provinces and 3,321 communes with a committee and police each, tax and social insurance in provinces, and seven central bodies', async () => {
  const [counts] = await owner.query(`SELECT
    (SELECT count(*)::int FROM organisations.place WHERE level = 'province' AND valid_until IS NULL) AS provinces,
    (SELECT count(*)::int FROM organisations.place WHERE level = 'commune' AND valid_until IS NULL) AS communes,
    (SELECT count(*)::int FROM organisations.agency) AS agencies`);
  expect(counts).toEqual({ provinces: 34, communes: 3321, agencies: 2 * (34 + 3321) + 2 * 34 + 7 });
});

test('a place has one agency of each kind of body, and the committee is meant where none is named', async () => {
  expect(await nameAt({ communeCode: '00082' })).toBe('UBND phường Cửa Nam');
  expect(await nameAt({ communeCode: '00082', body: 'police' })).toBe('Công an phường Cửa Nam');
  expect(await nameAt({ communeCode: '00082', body: 'tax' })).toBeUndefined();
  expect(await nameAt({ provinceCode: '01' })).toBe('UBND thành phố Hà Nội');
  expect(await nameAt({ provinceCode: '01', body: 'tax' })).toBe('Thuế thành phố Hà Nội');
});

test('no two agencies share a code, and each code has the form of the State’s', () => {
  const codes = allAgencies(places.history().inForce()).map(({ unitCode }) => unitCode);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^\d{3}\.\d{2}\.\d{2}\.[HG]\d{2}$/);
});

test('seeding a second time changes nothing', async () => {
  const rows = () => owner.query('SELECT id, unit_code FROM organisations.agency ORDER BY unit_code');
  const before = await rows();
  await owner.transaction((tx) => seedOrganisations(tx));
  expect(await rows()).toEqual(before);
});

async function nameAt(address: AgencyAddress): Promise<string | undefined> {
  return (await findAgency(owner.manager, address))?.nameVi;
}
