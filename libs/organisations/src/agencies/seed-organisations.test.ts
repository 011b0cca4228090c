import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { seedOrganisations } from './seed-organisations.js';

let world: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  world = await createTestDatabase();
  owner = await world.owner();
});
afterAll(() => world.close());

test('a fresh start has 34 provinces, 3,321 communes and an agency for each, and seven central bodies', async () => {
  const [counts] = await owner.query(`SELECT
    (SELECT count(*)::int FROM organisations.province) AS provinces,
    (SELECT count(*)::int FROM organisations.commune) AS communes,
    (SELECT count(*)::int FROM organisations.agency) AS agencies`);
  expect(counts).toEqual({ provinces: 34, communes: 3321, agencies: 34 + 3321 + 7 });
});

test('seeding a second time changes nothing', async () => {
  const rows = () => owner.query('SELECT id, unit_code FROM organisations.agency ORDER BY unit_code');
  const before = await rows();
  await owner.transaction((tx) => seedOrganisations(tx));
  expect(await rows()).toEqual(before);
});
