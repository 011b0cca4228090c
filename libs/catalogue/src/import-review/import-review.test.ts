import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { channels, madeRow } from '../import/made-row.fixture.js';
import { importProcedures } from '../procedure/import-procedures.js';
import { Procedure } from '../procedure/procedure.entity.js';
import { revisionInForce } from '../revision/revision-in-force.js';
import { decideChanges } from './decide-changes.js';
import { findChanges } from './find-changes.js';
import { proposeChanges } from './propose-changes.js';

let db: TestDatabase;
let database: DataSource;
let folder: string;
let designer: string;
beforeAll(async () => {
  db = await createTestDatabase();
  database = await db.owner();
  folder = await mkdtemp(join(tmpdir(), 'export-'));
  [{ id: designer }] = await database.query('SELECT id FROM organisations.officer LIMIT 1');
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await db.close();
});

const now = new Date('2026-11-20T03:00:00Z');
const later = new Date('2026-12-01T03:00:00Z');
const file = async (rows: Record<string, unknown>[]) => {
  const name = join(folder, 'export.jsonl');
  await writeFile(name, rows.map((row) => JSON.stringify(row)).join('\n'));
  return name;
};
const propose = async (rows: Record<string, unknown>[], at = now) =>
  (await proposeChanges(database, await file(rows), at)).counts;
const open = (filter = {}) => findChanges(database.manager, filter, { page: 1, size: 50 });
const decide = (outcome: 'accepted' | 'dismissed', meant: Parameters<typeof decideChanges>[1]) =>
  database.transaction((tx) => decideChanges(tx, meant, { outcome, by: designer, now: later }));
const standing = (code: string) => database.getRepository(Procedure).findOneBy({ code });

const row = (code: string, given: Record<string, unknown> = {}) => madeRow({ ma_thu_tuc: code, ...given });
const slower = { cach_thuc_thuc_hien: channels('Trực tuyến9 Ngày làm việcMiễn phí') };

test('what an export says differently waits, and changes nothing that citizens see', async () => {
  await importProcedures(database, await file([row('9.100001'), row('9.100002'), row('9.100003')]), now);
  expect(
    await propose([
      row('9.100001'),
      row('9.100002', slower),
      row('9.100003', { trinh_tu_thuc_hien: 'Bước 1: Nộp' }),
      row('9.100004'),
    ]),
  ).toEqual({ added: 1, changed: 2, unchanged: 1, dismissed: 0 });
  const { total, changes } = await open();
  expect(total).toBe(3);
  expect(changes.map(({ code, parts }) => [code, parts])).toEqual([
    ['9.100002', ['channels']],
    ['9.100003', ['wording']],
    ['9.100004', []],
  ]);
  expect((await open({ what: 'new' })).changes.map(({ code }) => code)).toEqual(['9.100004']);
  expect((await standing('9.100002'))?.facts.channels[0]?.deadlines[0]?.amount).toBe(3);
  expect(await standing('9.100004')).toBeNull();
});

test('what is accepted stands, is found, and is a new revision when somebody next files', async () => {
  const before = await revisionInForce(database.manager, '9.100002', now);
  const [change] = (await open({ what: 'channels' })).changes;
  expect(await decide('accepted', { ids: [change?.id ?? ''] })).toBe(1);
  expect(await decide('accepted', { ids: [change?.id ?? ''] })).toBe(0);
  expect((await standing('9.100002'))?.facts.channels[0]?.deadlines[0]?.amount).toBe(9);
  const after = await revisionInForce(database.manager, '9.100002', later);
  expect([before.number, after.number]).toEqual([1, 2]);
  expect(after.definition.deadline).toMatchObject({ workingDays: 9 });
});

test('what is dismissed is not proposed again, until the export says something else', async () => {
  expect(await decide('dismissed', { filter: { what: 'new' } })).toBe(1);
  expect(await propose([row('9.100004')])).toMatchObject({ added: 0, dismissed: 1 });
  expect(await propose([row('9.100004', slower)])).toMatchObject({ added: 1, dismissed: 0 });
  expect(await standing('9.100004')).toBeNull();
});

test('a later export takes the place of the one before, also where it says what stands', async () => {
  await propose([row('9.100001', slower), row('9.100003', slower)]);
  expect(await propose([row('9.100001'), row('9.100003', slower)], later)).toMatchObject({
    unchanged: 1,
    changed: 1,
  });
  expect((await open()).changes.map(({ code }) => code)).toEqual(['9.100003', '9.100004']);
});

test('all that a filter means are decided at once, but none that came after they were counted', async () => {
  const { latest } = await open();
  await propose([row('9.100005')], new Date('2026-12-02T03:00:00Z'));
  expect(await decide('accepted', { filter: { until: latest } })).toBe(2);
  expect((await open()).changes.map(({ code }) => code)).toEqual(['9.100005']);
  expect(await standing('9.100004')).not.toBeNull();
});
