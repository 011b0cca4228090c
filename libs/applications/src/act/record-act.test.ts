import type { DataSource } from 'typeorm';
import { findAgency } from '#lib/organisations';
import { newId, type Platform } from '#lib/platform';
import { actingOfficer } from '../../../../test/known-officer.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { type Filed, fileApplication } from '../../../../test/file-application.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { performAct } from './perform-act.js';
import { type CommonAct, recordAct } from './record-act.js';

let db: TestDatabase;
let owner: DataSource;
let portal: Platform;
let desk: Platform;
let filed: Filed;

beforeAll(async () => {
  db = await createTestDatabase();
  owner = await db.owner();
  [portal, desk] = await Promise.all([db.platform('portal'), db.platform('desk')]);
  officer = await actingOfficer(owner.manager, desk, 'Trần Thanh Mai');
});
afterAll(() => db?.close());
beforeEach(async () => {
  filed = await fileApplication(owner, portal);
});

const found = () => owner.getRepository(Application).findOneByOrFail({ id: filed.id });
const events = () => readEvents(desk.database.manager, desk, filed.id);
let officer: Awaited<ReturnType<typeof actingOfficer>>;
const applicant = { kind: 'citizen' as const, id: newId(), name: 'Phạm Thị Lan' };
const changed = expect.objectContaining({ code: 'application-changed', status: 409 });

const record = (act: Partial<CommonAct> = {}, platform = desk) =>
  recordAct(platform.database.manager, platform, {
    applicationId: filed.id,
    type: 'assign',
    version: 1,
    idempotencyKey: newId(),
    actor: officer,
    purpose: 'case-handling',
    details: { assignee: 'Lương Quốc Bảo' },
    ...act,
  });

const perform = (event: string, version: number) =>
  performAct(desk.database.manager, desk, {
    applicationId: filed.id,
    event,
    version,
    idempotencyKey: newId(),
    actor: officer,
    as: ['intake'],
    purpose: 'case-handling',
    details: { reason: 'Nộp nhầm nơi.', ground: 'Điều 1' },
  });

test('an act beside the workflow leaves the state, changes what it names, and is a link of the chain', async () => {
  const { id: agencyId } = (await findAgency(owner.manager, { communeCode: '00070' })) ?? { id: '' };
  await record({
    type: 'transfer',
    details: { agency: { vi: 'Phường Cửa Nam', en: 'Cua Nam ward', fr: 'Quartier de Cua Nam' } },
    change: { agencyId, dueAt: new Date('2026-12-01T10:00:00Z') },
  });
  await perform('accept', 2);
  expect(await found()).toMatchObject({
    state: 'received',
    version: 3,
    agencyId,
    dueAt: new Date('2026-12-01T10:00:00Z'),
  });
  const all = await events();
  expect(chainHolds(all)).toBe(true);
  expect(all[1]).toMatchObject({
    type: 'transfer',
    from: 'filed',
    to: 'filed',
    status: 1,
    details: { told: 'inbox', past: { fr: expect.stringMatching(/compétent : Quartier de Cua Nam$/) } },
  });
  expect(
    await owner.query('SELECT type FROM applications.outbox WHERE application_id = $1 ORDER BY id', [
      filed.id,
    ]),
  ).toEqual([{ type: 'file' }, { type: 'transfer' }, { type: 'accept' }]);
});

test('is one act however often it is sent, and refused on a version that is not the last', async () => {
  const idempotencyKey = newId();
  await Promise.all([1, 2, 3].map(() => record({ idempotencyKey })));
  await record({ idempotencyKey });
  expect(await events()).toHaveLength(2);
  await expect(record()).rejects.toEqual(changed);
  await expect(record({ type: 'take-over', idempotencyKey })).rejects.toEqual(changed);
  await expect(record({ version: 2, idempotencyKey })).rejects.toEqual(changed);
});

test('loses against an act of the workflow in the same instant, or wins', async () => {
  const both = await Promise.allSettled([record(), perform('accept', 1)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await events()).toHaveLength(2);
});

const write = (number: string) => ({
  sql: 'renamed AS (UPDATE applications.number_counter SET last = last + more FROM moved)',
  values: { more: { type: 'int', value: number } },
});
const last = async () =>
  (await owner.query('SELECT sum(last)::int AS n FROM applications.number_counter'))[0].n as number;

test('writes what belongs to it exactly when it is stored', async () => {
  const before = await last();
  const idempotencyKey = newId();
  for (let round = 0; round < 2; round += 1)
    await record({ idempotencyKey, writes: [write('7')], actor: applicant }, portal);
  expect(await last()).toBe(before + 7);
});

test('is over with the application, but for what may follow it', async () => {
  await perform('refuse', 1);
  await expect(record({ version: 2 })).rejects.toMatchObject({ code: 'event-not-allowed-now', status: 409 });
  await record({ version: 2, type: 'move-to-successor', details: { agency: 'Phường Hoàn Kiếm' } });
  expect((await events()).at(-1)?.details.past.vi).toContain('Phường Hoàn Kiếm');
});
