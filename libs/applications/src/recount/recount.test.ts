import { type CalendarYear, dueFrom, holidayCalendar, vietnamCalendar } from '#lib/calendar';
import { newId, type Platform } from '#lib/platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { type Filed, fileApplication } from '../../../../test/file-application.js';
import { actingOfficer } from '../../../../test/known-officer.js';
import { workOff } from '../../../../test/work-off.js';
import { performAct } from '../act/perform-act.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { previewRecount, recountDeadlines } from './recount-deadlines.js';

let db: TestDatabase;
let worker: Platform;
let desk: Platform;
let portal: Platform;

/** An instant by the clocks of Việt Nam. */
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`);
const residence = { workingDays: 7, onSupplement: 'restart' as const };
const known = vietnamCalendar.year(2026);
/** 2026 as it was counted before other days off were announced. */
const former = (change: Partial<CalendarYear>) => holidayCalendar([{ ...known, ...change }], () => known);
/** Nobody had yet said that Monday, 31 August, is off. */
const withoutMonday = former({ swaps: known.swaps.filter(({ off }) => off !== '2026-08-31') });
/** Thursday, 3 September, was off then, and is worked after all. */
const withThursday = former({
  holidays: [...known.holidays, { date: '2026-09-03', name: known.holidays[0]!.name }],
});

beforeAll(async () => {
  db = await createTestDatabase();
  worker = await db.platform('worker');
  [portal, desk] = [await db.platform('portal'), await db.platform('desk')];
});
afterAll(() => db?.close());
beforeEach(async () => {
  const owner = await db.owner();
  await owner.query('DELETE FROM applications.deadline');
  await owner.query('UPDATE applications.application SET due_at = NULL');
  db.clock.set(at('2026-08-27 09:00'));
});

const found = (id: string) => worker.database.getRepository(Application).findOneByOrFail({ id });
const events = (id: string) => readEvents(worker.database.manager, worker, id);
const types = async (id: string) => (await events(id)).map(({ type }) => type).toSorted();

/** Filed on Thursday, 27 August, for seven working days, and counted by a former calendar. */
async function filedUnder(calendar: typeof vietnamCalendar): Promise<Filed> {
  const owner = await db.owner();
  const filed = await fileApplication(owner, portal, { code: '1.004222' });
  const dueAt = dueFrom(residence, db.clock.now(), calendar).at;
  await owner.query('UPDATE applications.application SET due_at = $2 WHERE id = $1', [filed.id, dueAt]);
  return filed;
}

const perform = async (id: string, event: string) => {
  const { version } = await found(id);
  const actor = await actingOfficer((await db.owner()).manager, desk, 'Trần Thanh Mai');
  const rest = { version, idempotencyKey: newId(), actor, as: ['intake' as const], purpose: 'case-handling' };
  await performAct(desk.database.manager, desk, {
    applicationId: id,
    event,
    ...rest,
    details: { items: [] },
  });
};

test('a day off announced since moves the deadline, in the history and before the applicant, once', async () => {
  const { id } = await filedUnder(withoutMonday);
  expect((await found(id)).dueAt).toEqual(at('2026-09-09 17:00'));
  const moved = new Map([['2026-09-09 → 2026-09-10', 1]]);
  expect(await previewRecount(worker)).toEqual({ moved, stay: [] });
  expect((await found(id)).version).toBe(1);

  expect(await recountDeadlines(worker)).toEqual({ moved, stay: [] });
  expect(await recountDeadlines(worker)).toEqual({ moved: new Map(), stay: [] });
  expect(await found(id)).toMatchObject({ dueAt: at('2026-09-10 17:00'), state: 'filed', version: 2 });
  const [, told] = await events(id);
  expect(told).toMatchObject({
    type: 'recount-deadline',
    actor: { kind: 'system' },
    from: 'filed',
    to: 'filed',
  });
  expect(told?.details).toMatchObject({
    told: 'inbox',
    past: { vi: expect.stringContaining('17:00 thứ Năm 10/09/2026') },
  });
  expect(chainHolds(await events(id))).toBe(true);
  const owner = await db.owner();
  expect(
    await owner.query('SELECT due_at, event FROM applications.deadline WHERE application_id = $1', [id]),
  ).toEqual([{ due_at: at('2026-09-08 07:30'), event: 'warn' }]);

  await workOff(owner, worker);
  const entries = await owner.query(
    'SELECT count(*)::int AS n FROM notifications.inbox_entry WHERE about_id = $1 AND sequence = 2',
    [id],
  );
  expect(entries).toEqual([{ n: 1 }]);
});

test('a day that is worked after all brings the deadline nearer', async () => {
  const { id } = await filedUnder(withThursday);
  expect((await found(id)).dueAt).toEqual(at('2026-09-11 17:00'));
  await recountDeadlines(worker);
  expect((await found(id)).dueAt).toEqual(at('2026-09-10 17:00'));
});

test('what falls on the same day, stands still, has passed or has ended is left alone', async () => {
  const same = await filedUnder(vietnamCalendar);
  const still = await filedUnder(withoutMonday);
  await perform(still.id, 'request-supplement');
  db.clock.set(at('2026-09-11 09:00'));
  expect(await previewRecount(worker)).toEqual({ moved: new Map(), stay: [] });
  expect([await found(same.id), await found(still.id)]).toMatchObject([{ version: 1 }, { version: 2 }]);
});

test('one that was late only by the former calendar is in time again', async () => {
  const { id } = await filedUnder(withoutMonday);
  db.clock.set(at('2026-09-10 09:00'));
  await recountDeadlines(worker);
  expect((await found(id)).dueAt).toEqual(at('2026-09-10 17:00'));
});

test('two runs at once move each once, and one that an officer steps on meanwhile is never overwritten', async () => {
  const both = [await filedUnder(withoutMonday), await filedUnder(withoutMonday)];
  const [first, second] = both.map(({ id }) => id) as [string, string];
  await Promise.allSettled([recountDeadlines(worker), recountDeadlines(worker), perform(second, 'accept')]);
  await recountDeadlines(worker);
  expect(await types(first)).toEqual(['file', 'recount-deadline']);
  const after = await types(second);
  expect(after.filter((type) => type === 'recount-deadline')).toHaveLength(1);
  for (const id of [first, second]) {
    expect((await found(id)).dueAt).toEqual(at('2026-09-10 17:00'));
    expect(chainHolds(await events(id))).toBe(true);
  }
});
