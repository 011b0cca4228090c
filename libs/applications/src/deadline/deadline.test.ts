import { newId, type Platform } from '#lib/platform';
import type { Actor } from '#lib/workflow';
import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import type { Filed } from '../../../../test/file-application.js';
import { actOn } from '../../../../test/act-on.js';
import { putUnder } from '../../../../test/put-under.js';
import { runJobs } from '../../../../test/work-off.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { hiddenIn } from '../draft/page-form.fixture.js';
import { applicationTasks } from '../outbox/tasks.js';
import { meetDeadline } from './meet-deadline.js';
import { sweepDeadlines } from './sweep-deadlines.js';

let world: DeskWorld;
let worker: Platform;
let mai: OfficerAtWork;
let toan: OfficerAtWork;
let an: OfficerAtWork;
let filed: Filed;

/** An instant by the clocks of Việt Nam. */
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`);
const now = (local: string) => world.db.clock.set(at(local));

beforeAll(async () => {
  world = await createDeskWorld();
  worker = await world.db.platform('worker');
  now('2026-11-20 10:05');
  mai = await world.officer('Trần Thanh Mai', 'intake');
  toan = await world.officer('Nguyễn Đức Toàn', 'case');
  an = await world.officer('Phan Thị Hoài An', 'approver');
});
afterAll(() => world?.close());
/** The former identity number: seven working days, from Friday to Tuesday, 1 December. */
beforeEach(async () => {
  await world.owner.query('DELETE FROM applications.deadline');
  now('2026-11-20 10:05');
  filed = await world.file({ code: '1.012566' });
});

const found = () => world.owner.getRepository(Application).findOneByOrFail({ id: filed.id });
const events = () => readEvents(worker.database.manager, worker, filed.id);
const types = async () => (await events()).map(({ type }) => type);
const rows = () =>
  world.owner.query(
    `SELECT kind, path, due_at, event, swept_at IS NOT NULL AS swept FROM applications.deadline
      WHERE application_id = $1 ORDER BY kind, path`,
    [filed.id],
  );
const notices = () =>
  world.owner.query(
    `SELECT n.kind, n.audience, g.name_vi AS agency FROM applications.notice n
       JOIN organisations.agency g ON g.id = n.agency_id WHERE application_id = $1 ORDER BY sequence, audience`,
    [filed.id],
  );

const perform = (event: string, as: Actor, details = {}) => actOn(world, filed.id, event, as, details);

/** Sweeps at an instant, and works through the jobs as the worker's role. Returns how many deadlines had come. */
async function sweepAt(local: string): Promise<number> {
  now(local);
  const swept = await sweepDeadlines(worker);
  await runJobs(worker, { deadline: applicationTasks(worker).deadline ?? (() => undefined) });
  return swept;
}

describe('the legal clock', () => {
  test('is told of at filing, in the statement that files', async () => {
    expect((await found()).dueAt).toEqual(at('2026-12-01 17:00'));
    // Two working days before the last: Friday 27/11, when the office opens.
    expect(await rows()).toEqual([
      { kind: 'legal', path: '', due_at: at('2026-11-27 07:30'), event: 'warn', swept: false },
    ]);
  });

  test('takes the legal day of Việt Nam just past midnight', async () => {
    now('2026-11-22 23:59');
    filed = await world.file({ code: '1.012566' });
    expect((await found()).dueAt).toEqual(at('2026-12-01 17:00'));
    now('2026-11-23 00:01');
    filed = await world.file({ code: '1.012566' });
    expect((await found()).dueAt).toEqual(at('2026-12-02 17:00'));
  });

  test('counts by the hours of the agency', async () => {
    // Wards of Hồ Chí Minh City open on Saturdays, which are no working days all the same.
    filed = await world.file({ code: '1.012566', commune: '26740' });
    expect((await found()).dueAt).toEqual(at('2026-12-01 17:00'));
    const agency = (await found()).agencyId;
    await world.owner.query(
      `UPDATE organisations.office_hours SET week = week || '{"tuesday": ["08:00-12:00"]}' WHERE agency_id = $1`,
      [agency],
    );
    filed = await world.file({ code: '1.012566', commune: '26740' });
    expect((await found()).dueAt).toEqual(at('2026-12-01 12:00'));
  });

  test('does nothing while it stands still, and starts anew with the answer', async () => {
    await perform('request-supplement', 'intake', { items: [] });
    expect(await rows()).toEqual([]);
    now('2026-11-30 09:00');
    await perform('answer-supplement', 'citizen');
    expect((await found()).dueAt).toEqual(at('2026-12-09 17:00'));
    expect(await rows()).toMatchObject([{ event: 'warn', due_at: at('2026-12-07 07:30') }]);
  });

  test('is left alone by an act that does not move it, and gone with the decision', async () => {
    await perform('accept', 'intake');
    expect(await rows()).toHaveLength(1);
    await perform('propose', 'case', { outcome: 'grant' });
    await perform('decide', 'approver', { outcome: 'grant' });
    expect(await rows()).toEqual([]);
  });
});

describe('as the deadline comes', () => {
  test('officers are warned, while an apology can still go out; the citizen is not told', async () => {
    expect(await sweepAt('2026-11-27 07:29')).toBe(0);
    expect(await sweepAt('2026-11-27 07:30')).toBe(1);
    expect(await types()).toEqual(['file', 'warn-deadline']);
    expect((await events())[1]).toMatchObject({
      actor: { kind: 'system' },
      from: 'filed',
      to: 'filed',
      details: {
        told: 'officers',
        past: { vi: 'Hồ sơ sắp đến hạn: đã nhắc cán bộ xử lý hồ sơ của UBND phường Cửa Nam' },
      },
    });
    expect(await notices()).toEqual([{ kind: 'warn', audience: 'officers', agency: 'UBND phường Cửa Nam' }]);
    expect(await rows()).toMatchObject([{ event: 'overdue', due_at: at('2026-12-01 17:00'), swept: false }]);
  });

  test('a passed one is reported to the head and to the agency above, once', async () => {
    await sweepAt('2026-11-27 07:30');
    expect(await sweepAt('2026-12-01 17:00')).toBe(1);
    expect(await sweepAt('2026-12-02 08:00')).toBe(0);
    expect(await types()).toEqual(['file', 'warn-deadline', 'escalate']);
    expect((await events())[2]?.details.past.vi).toBe(
      'Hồ sơ quá hạn: đã báo cáo người đứng đầu UBND phường Cửa Nam và cơ quan cấp trên, UBND thành phố Hà Nội',
    );
    expect((await notices()).slice(1)).toEqual([
      { kind: 'overdue', audience: 'head', agency: 'UBND phường Cửa Nam' },
      { kind: 'overdue', audience: 'superior', agency: 'UBND thành phố Hà Nội' },
    ]);
    expect(chainHolds(await events())).toBe(true);
  });

  test('a worker that was down catches up on everything, in order', async () => {
    expect(await sweepAt('2026-12-05 09:00')).toBe(1);
    expect(await sweepAt('2026-12-05 09:01')).toBe(1);
    expect(await types()).toEqual(['file', 'warn-deadline', 'escalate']);
  });

  test('two workers take it once, and a job that runs again acts once', async () => {
    now('2026-11-27 08:00');
    const swept = await Promise.all([1, 2, 3].map(() => sweepDeadlines(worker)));
    expect(swept.toSorted()).toEqual([0, 0, 1]);
    const news = {
      applicationId: filed.id,
      kind: 'legal',
      path: '',
      dueAt: '2026-11-27T00:30:00+00:00',
    } as const;
    await Promise.allSettled([1, 2, 3].map(() => meetDeadline(worker, news)));
    await sweepAt('2026-11-27 08:01');
    expect(await types()).toEqual(['file', 'warn-deadline']);
  });

  test('one that was set anew meanwhile is another deadline', async () => {
    now('2026-11-27 08:00');
    await sweepDeadlines(worker);
    await perform('request-supplement', 'intake', { items: [] });
    await sweepAt('2026-11-27 08:01');
    expect(await types()).toEqual(['file', 'request-supplement']);
  });
});

describe('the deadline of a step', () => {
  /** The same procedure with two working days for the examination, after which the approver has it. */
  let unhurried: string;
  beforeEach(async () => {
    unhurried = (await found()).revisionId;
    await putUnder(world.owner, world.desk, filed.id, (hurried) => {
      const { received } = hurried.workflow.states;
      if (!received?.on?.propose || !('to' in received.on.propose)) throw new Error('no such step');
      received.deadline = { within: { workingDays: 2 }, send: 'take-up' };
      received.on['take-up'] = { ...received.on.propose, by: ['system'], needs: [] };
      return hurried;
    });
  });

  test('begins with the state and sends its event as the system', async () => {
    await perform('accept', 'intake');
    expect((await rows())[1]).toMatchObject({
      kind: 'step',
      path: 'received',
      due_at: at('2026-11-24 17:00'),
    });
    expect(await sweepAt('2026-11-24 17:00')).toBe(1);
    expect((await events()).at(-1)).toMatchObject({
      type: 'take-up',
      actor: { kind: 'system' },
      to: 'awaiting-decision',
    });
    expect((await rows()).map(({ kind }: { kind: string }) => kind)).toEqual(['legal']);
  });

  test('of a state that no longer has one does nothing, and is gone', async () => {
    await perform('accept', 'intake');
    await world.owner.query('UPDATE applications.application SET revision_id = $2 WHERE id = $1', [
      filed.id,
      unhurried,
    ]);
    await sweepAt('2026-11-24 17:00');
    expect(await types()).toEqual(['file', 'accept']);
    expect(await rows()).toHaveLength(1);
  });

  test('is gone when somebody moves on in time, and stays while something happens beside it', async () => {
    await perform('accept', 'intake');
    expect((await post(toan, 'extension', { by: '2', reason: 'Cần xác minh.' })).status).toBe(303);
    expect((await rows()).map(({ path }: { path: string }) => path)).toEqual(['', 'received']);
    await perform('propose', 'case', { outcome: 'grant' });
    expect((await rows()).map(({ path }: { path: string }) => path)).toEqual(['']);
  });
});

/** Opens the page of an act on the clock and posts its form. */
async function post(officer: OfficerAtWork, act: 'extension' | 'apology', fields: Record<string, string>) {
  const path = `/applications/${filed.id}/${act}`;
  const page = await officer.browser.get(path);
  return page.status === 200 ? officer.browser.postForm(path, { ...hiddenIn(page.text), ...fields }) : page;
}

describe('an extension', () => {
  test('moves the deadline by the term of the procedure, with the reason, and says so', async () => {
    const page = await toan.browser.get(`/applications/${filed.id}/extension`);
    expect(page.text).toContain('17:00 thứ Sáu 04/12/2026 (thêm 3 ngày làm việc)');
    const done = await post(toan, 'extension', { by: '3', reason: 'Phải xác minh nơi ở cũ.' });
    expect([done.status, done.headers.location]).toEqual([303, `/applications/${filed.id}?done=2`]);
    expect(await found()).toMatchObject({ dueAt: at('2026-12-04 17:00'), extension: { by: 3 }, version: 2 });
    expect(await rows()).toMatchObject([{ event: 'warn', due_at: at('2026-12-02 07:30') }]);
    const { text } = await toan.browser.get(done.headers.location as string);
    expect(text).toContain('Thời hạn giải quyết được gia hạn đến 17:00 thứ Sáu 04/12/2026');
    expect(text).toContain('Thời hạn được gia hạn thêm 3 ngày làm việc');
    expect(text).toContain('Phải xác minh nơi ở cũ.');
  });

  test('is given once', async () => {
    await post(an, 'extension', { by: '1', reason: 'Cần xác minh.' });
    expect((await post(an, 'extension', {})).status).toBe(409);
    expect((await toan.browser.get(`/applications/${filed.id}`)).text).not.toContain('/extension"');
  });

  test('needs a reason and a length the procedure allows', async () => {
    for (const fields of [
      { by: '2', reason: '' },
      { by: '8', reason: 'x' },
      { by: '1.5', reason: 'x' },
      { by: '0', reason: 'x' },
    ])
      expect((await post(toan, 'extension', fields)).status).toBe(422);
    expect((await found()).version).toBe(1);
  });

  test('posted twice is one; on an old page it is told what happened', async () => {
    const path = `/applications/${filed.id}/extension`;
    const fields = { ...hiddenIn((await toan.browser.get(path)).text), by: '2', reason: 'Cần xác minh.' };
    const other = { ...hiddenIn((await an.browser.get(path)).text), by: '1', reason: 'Khác.' };
    const twice = [await toan.browser.postForm(path, fields), await toan.browser.postForm(path, fields)];
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const late = await an.browser.postForm(path, other);
    expect([late.status, late.text.includes('Khác.')]).toEqual([409, true]);
    expect(await types()).toEqual(['file', 'extend-deadline']);
  });

  test('is for case officers and approvers, before the deadline, of a running clock', async () => {
    expect((await post(mai, 'extension', {})).status).toBe(403);
    await perform('request-supplement', 'intake', { items: [] });
    expect((await post(toan, 'extension', {})).status).toBe(409);
  });
});

describe('an apology', () => {
  const promise = {
    'promised-day': '4',
    'promised-month': '12',
    'promised-year': '2026',
    reason: 'Thiếu cán bộ.',
  };

  test('promises another date and leaves the deadline of the law', async () => {
    const done = await post(toan, 'apology', promise);
    expect(done.status).toBe(303);
    expect(await found()).toMatchObject({
      dueAt: at('2026-12-01 17:00'),
      promisedAt: at('2026-12-04 17:00'),
    });
    expect((await events()).at(-1)?.details).toMatchObject({ told: 'inbox', reason: 'Thiếu cán bộ.' });
    const letter = (await toan.browser.get(`/applications/${filed.id}/apology`)).text;
    for (const said of [
      'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
      'Phạm Thị Lan',
      'Thiếu cán bộ.',
      '17:00 thứ Sáu 04/12/2026',
    ])
      expect(letter).toContain(said);
  });

  test('is followed by a report to the head at the deadline, and to the agency above at the promised date', async () => {
    await post(toan, 'apology', promise);
    await sweepAt('2026-12-01 17:00');
    await sweepAt('2026-12-01 17:01');
    expect((await notices()).map(({ audience }: { audience: string }) => audience)).toEqual([
      'officers',
      'head',
    ]);
    expect(await rows()).toMatchObject([{ event: 'promise-missed', due_at: at('2026-12-04 17:00') }]);
    await sweepAt('2026-12-04 17:00');
    expect((await notices()).at(-1)).toEqual({
      kind: 'promise-missed',
      audience: 'superior',
      agency: 'UBND thành phố Hà Nội',
    });
    expect(await rows()).toEqual([]);
  });

  test('goes out on a day before the deadline at the latest, by the clocks of Việt Nam', async () => {
    now('2026-12-01 00:01');
    toan = await world.officer('Nguyễn Đức Toàn', 'case');
    expect((await post(toan, 'apology', promise)).status).toBe(409);
    now('2026-11-30 23:59');
    expect((await post(toan, 'apology', promise)).status).toBe(303);
  });

  test('is written once, for a working day after the deadline', async () => {
    now('2026-11-20 10:05');
    toan = await world.officer('Nguyễn Đức Toàn', 'case');
    for (const wrong of [
      { 'promised-day': '1' },
      { 'promised-day': '5' },
      { 'promised-day': '31', 'promised-month': '11' },
      { 'promised-year': '2028' },
      { reason: '' },
    ])
      expect((await post(toan, 'apology', { ...promise, ...wrong })).status).toBe(422);
    expect((await post(toan, 'apology', promise)).status).toBe(303);
    const fields = { version: '2', key: newId(), ...promise };
    expect((await toan.browser.postForm(`/applications/${filed.id}/apology`, fields)).status).toBe(409);
  });
});

describe('the page of notices', () => {
  test('tells officers what is near, the head and the agency above what is late, and nobody else', async () => {
    const { number } = filed;
    const shown = async (officer: OfficerAtWork) =>
      (await officer.browser.get('/notices')).text.replaceAll('<wbr/>', '').includes(number);
    await sweepAt('2026-11-27 07:30');
    mai = await world.officer('Trần Thanh Mai', 'intake');
    expect(await shown(mai)).toBe(true);
    const elsewhere = await world.officer('Vũ Thị Lan', 'approver', '00070');
    await sweepAt('2026-12-01 17:00');
    an = await world.officer('Phan Thị Hoài An', 'approver');
    expect([await shown(an), await shown(elsewhere)]).toEqual([true, false]);
    await perform('withdraw', 'citizen');
    expect(await shown(an)).toBe(false);
  });
});
