import type { DataSource } from 'typeorm';
import { ConfigError, databaseFor } from '#lib/platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { seedPeople } from '../population/seed-people.js';
import { checkNational, nationalDatabase } from './national-database.js';

let world: TestDatabase;
const open: DataSource[] = [];
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(async () => {
  for (const each of open) await each.destroy();
  await world.close();
});

async function start(): Promise<DataSource> {
  const database = await nationalDatabase(world.url, (owner) => seedPeople(owner, world.clock.now()));
  open.push(database);
  return database;
}
const births = async () =>
  (await world.owner()).query('SELECT born_at FROM national.newborn ORDER BY certificate_number');

test('two starts at once make one schema, and each can work', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  for (const database of [one, other]) await checkNational(database);
  expect(await one.query('SELECT count(*)::int AS count FROM national.person')).toEqual([{ count: 106 }]);
  expect(await one.query('SELECT count(*)::int AS count FROM national.migration')).toEqual([{ count: 5 }]);
});

test('the sandbox sees nothing of the portal, and the portal nothing of the sandbox', async () => {
  const sandbox = await start();
  await expect(sandbox.query('SELECT 1 FROM organisations.agency')).rejects.toThrow(/permission denied/);
  await expect(sandbox.query('SELECT 1 FROM public.schema_migration')).rejects.toThrow(/permission denied/);
  const portal = await databaseFor(world.url, { role: 'dvc_portal' }).initialize();
  open.push(portal);
  await expect(portal.query('SELECT 1 FROM national.person')).rejects.toThrow(/permission denied/);
});

test('the sandbox itself can neither change the register nor forget who looked into it', async () => {
  const sandbox = await start();
  for (const sql of [
    `UPDATE national.person SET full_name = 'x'`,
    'DELETE FROM national.access_entry',
    'DELETE FROM national.text_message',
  ])
    await expect(sandbox.query(sql)).rejects.toThrow(/permission denied/);
});

test('newborns keep their day for a month, then they are born anew', async () => {
  await start();
  const first = await births();
  expect(first[0].born_at).toEqual(new Date('2026-11-08T04:25:00+07:00'));
  world.clock.advance(29 * 86_400_000);
  await start();
  expect(await births()).toEqual(first);
  world.clock.advance(3 * 86_400_000);
  await start();
  expect((await births())[0].born_at).toEqual(new Date('2026-12-10T04:25:00+07:00'));
});

test('a database that is not there is told in one sentence', async () => {
  const nowhere = nationalDatabase('postgres://nobody:x@127.0.0.1:1/none', async () => undefined);
  await expect(nowhere).rejects.toBeInstanceOf(ConfigError);
  await expect(nowhere).rejects.toThrow(/^The database in DATABASE_URL cannot be reached: .*\.$/);
});
