import type { TaskList } from 'graphile-worker';
import { namedWorkflow, publishRevision, type ServiceDefinition, shippedDefinition } from '#lib/catalogue';
import { newId, type Platform } from '#lib/platform';
import { type Actor, effects } from '#lib/workflow';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { type Filed, fileApplication } from '../../../../test/file-application.js';
import { actingOfficer } from '../../../../test/known-officer.js';
import { runJobs } from '../../../../test/work-off.js';
import type { DataSource } from 'typeorm';
import { performAct } from '../act/perform-act.js';
import { readEvents } from '../application/read-events.js';
import { effectHandlers } from '../effect/effects.js';
import { inviteRating } from '../rating/invite-rating.js';
import { issuedResult, issueResult } from '../result/issue-result.js';
import { askFollowUp } from './ask-follow-up.js';
import { followUp } from './follow-up.js';
import { type ApplicationNews, relayOutbox } from './relay-outbox.js';
import { applicationTasks } from './tasks.js';

let db: TestDatabase;
let owner: DataSource;
let portal: Platform;
let desk: Platform;
let worker: Platform;
let filed: Filed;

beforeAll(async () => {
  db = await createTestDatabase();
  owner = await db.owner();
  portal = await db.platform('portal');
  desk = await db.platform('desk');
  worker = await db.platform('worker');
});
afterAll(() => db?.close());
beforeEach(async () => {
  await owner.query('TRUNCATE applications.outbox');
  filed = await fileApplication(owner, portal);
});

const count = async (table: string, where = 'true'): Promise<number> =>
  (await owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`))[0].n;
const waiting = () => count('applications.outbox');
const jobs = () => count('graphile_worker.jobs');
const ready = () => count('graphile_worker.jobs', 'run_at <= now()');
const failed = () => count('graphile_worker.jobs', 'last_error IS NOT NULL');
const inbox = () =>
  owner.query('SELECT sequence, title FROM notifications.inbox_entry WHERE about_id = $1 ORDER BY sequence', [
    filed.id,
  ]);
const typesOf = async () =>
  (await readEvents(worker.database.manager, worker, filed.id)).map(({ type }) => type);

async function perform(event: string, as: Actor, details: Record<string, unknown> = {}): Promise<void> {
  const [{ version }] = await owner.query('SELECT version FROM applications.application WHERE id = $1', [
    filed.id,
  ]);
  await performAct(desk.database.manager, desk, {
    applicationId: filed.id,
    event,
    version,
    idempotencyKey: newId(),
    actor: await actingOfficer(owner.manager, desk, 'Trần Thanh Mai'),
    as: [as],
    purpose: 'case-handling',
    details,
  });
}

async function decide(): Promise<void> {
  await perform('accept', 'intake');
  await perform('propose', 'case');
  await perform('decide', 'approver');
}

/** Works through the jobs that are ready, as the worker's role, until none is left. */
async function work(tasks: TaskList = applicationTasks(worker)): Promise<void> {
  // One run ends when the next job's queue is not yet free again.
  while ((await ready()) > 0) await runJobs(worker, tasks);
}

async function relayAndWork(): Promise<void> {
  while ((await relayOutbox(worker)) > 0) await work();
}

describe('news of an application', () => {
  test('leaves the outbox exactly when its jobs are there', async () => {
    expect([await waiting(), await jobs()]).toEqual([1, 0]);
    expect(await relayOutbox(worker)).toBe(2);
    expect([await waiting(), await jobs()]).toEqual([0, 2]);
    expect(await relayOutbox(worker)).toBe(0);
    await work();
    expect(await jobs()).toBe(0);
  });

  test('is carried once when two workers relay at once', async () => {
    for (let extra = 0; extra < 5; extra += 1) await fileApplication(owner, portal);
    await Promise.all([1, 2, 3].map(() => relayOutbox(worker)));
    expect([await waiting(), await jobs()]).toEqual([0, 12]);
    await work();
  });

  test('stays in the outbox when its jobs cannot be made', async () => {
    await owner.query('REVOKE INSERT ON ALL TABLES IN SCHEMA graphile_worker FROM dvc_worker');
    await expect(relayOutbox(worker)).rejects.toThrow('permission denied');
    await owner.query('GRANT ALL ON ALL TABLES IN SCHEMA graphile_worker TO dvc_worker');
    expect([await waiting(), await jobs()]).toEqual([1, 0]);
    await relayAndWork();
    expect(await inbox()).toHaveLength(1);
  });

  test('says nothing of a person', async () => {
    await relayOutbox(worker);
    const rows = await owner.query('SELECT payload FROM graphile_worker._private_jobs');
    for (const { payload } of rows)
      expect(payload).toEqual({ applicationId: filed.id, sequence: 1, type: 'file' });
    await work();
  });
});

describe('the inbox', () => {
  test('has one entry for each event, in the words of the event', async () => {
    await decide();
    await relayAndWork();
    const entries = await inbox();
    expect(entries.map(({ sequence }: { sequence: number }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(entries.map(({ title }: { title: { vi: string } }) => title.vi)).toEqual([
      'Đã ký và nộp hồ sơ',
      'Hồ sơ đã được tiếp nhận',
      'Cán bộ thụ lý đã trình kết quả giải quyết',
      'Người có thẩm quyền đã ký quyết định',
      'Kết quả đã được trả cho người nộp',
    ]);
  });

  test('has one entry for an event whose job runs twice, also at once', async () => {
    const news = { applicationId: filed.id, sequence: 1, type: 'file' };
    const tell = () => applicationTasks(worker)['inbox-entry']?.(news, undefined as never);
    await Promise.all([tell(), tell(), tell()]);
    await tell();
    expect(await inbox()).toHaveLength(1);
  });

  test('has one entry when the worker dies after writing it and before the job is done with', async () => {
    await relayOutbox(worker);
    const tasks = applicationTasks(worker);
    const dying: TaskList = {
      ...tasks,
      'inbox-entry': async (payload, helpers) => {
        await tasks['inbox-entry']?.(payload, helpers);
        await die();
      },
    };
    await work(dying);
    expect([(await inbox()).length, await failed()]).toEqual([1, 1]);
    await runAgainNow();
    await work();
    expect([(await inbox()).length, await jobs()]).toEqual([1, 0]);
  });

  test('gets its entry when the worker died before it was written', async () => {
    await relayOutbox(worker);
    await work({ 'inbox-entry': die, 'follow-up': die });
    expect(await inbox()).toEqual([]);
    await runAgainNow();
    await work();
    expect([(await inbox()).length, await jobs()]).toEqual([1, 0]);
  });

  test('gets its entry when the worker was killed in the middle of it, two minutes later and not before', async () => {
    await relayOutbox(worker);
    const release = () => applicationTasks(worker)['release-abandoned-jobs']?.({}, undefined as never);
    await heldSince('100 seconds');
    await release();
    expect(await count('graphile_worker.jobs', 'locked_at IS NOT NULL')).toBe(1);
    await heldSince('121 seconds');
    await release();
    await work();
    expect([(await inbox()).length, await jobs()]).toEqual([1, 0]);
  });
});

/** As a worker leaves it that was killed: its job and the job's queue stay locked. */
async function heldSince(age: string): Promise<void> {
  await owner.query(
    `WITH job AS (
       UPDATE graphile_worker._private_jobs SET locked_at = now() - $1::interval, locked_by = 'pool-killed'
        WHERE id = (SELECT min(id) FROM graphile_worker._private_jobs) RETURNING job_queue_id
     ) UPDATE graphile_worker._private_job_queues SET locked_at = now() - $1::interval, locked_by = 'pool-killed'
        WHERE id IN (SELECT job_queue_id FROM job)`,
    [age],
  );
}

async function die(): Promise<void> {
  throw new Error('The power failed');
}

/** Jobs that failed wait longer and longer; a test does not. */
async function runAgainNow(): Promise<void> {
  await owner.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL');
}

describe('effects of an event', () => {
  test('are a job each: one that fails is tried again alone, after the others are done', async () => {
    await owner.query(`UPDATE applications.outbox SET effects = '{invite-rating,issue-result}'`);
    await relayOutbox(worker);
    const done: string[] = [];
    await work({
      ...applicationTasks(worker),
      'effect-invite-rating': die,
      'effect-issue-result': async (payload) => void done.push(JSON.stringify(payload)),
    });
    expect(done).toEqual([JSON.stringify({ applicationId: filed.id, sequence: 1, type: 'file' })]);
    expect([await jobs(), await failed(), (await inbox()).length]).toEqual([1, 1, 1]);
    await runAgainNow();
    await work({ 'effect-invite-rating': async () => void done.push('rated') });
    expect([await jobs(), done.length]).toEqual([0, 2]);
  });
});

describe('what effects do', () => {
  test('every effect a workflow may name is carried out by a job of its own, and nothing else is', () => {
    const jobNames = Object.keys(applicationTasks(worker)).filter((name) => name.startsWith('effect-'));
    expect(jobNames.toSorted()).toEqual(
      Object.keys(effects)
        .map((name) => `effect-${name}`)
        .toSorted(),
    );
    expect(Object.values(effectHandlers).every((handle) => typeof handle === 'function')).toBe(true);
  });

  test('the result is issued once and the applicant invited once to rate, however often the jobs run', async () => {
    const event = { applicationId: filed.id, sequence: 5 };
    const twice = (handle: typeof issueResult) => Promise.all([handle(worker, event), handle(worker, event)]);
    // Before there is a decision there is nothing to issue or to rate.
    await twice(issueResult);
    await twice(inviteRating);
    expect(await count('applications.result')).toBe(0);
    await perform('accept', 'intake');
    await perform('propose', 'case');
    await perform('decide', 'approver', { outcome: 'grant', text: '', evidence: {} });
    await relayAndWork();
    await twice(issueResult);
    await twice(inviteRating);
    const issued = await issuedResult(portal.database.manager, filed.id);
    expect(issued?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await count('applications.result', `application_id = '${filed.id}'`)).toBe(1);
    const href = `/applications/${filed.id}/rating`;
    expect(await count('notifications.inbox_entry', `href = '${href}'`)).toBe(1);
  });
});

describe('the system’s own part', () => {
  test('delivers a decision, once however often the job runs', async () => {
    await decide();
    await relayAndWork();
    expect(await stateOf()).toEqual({ state: 'returned', status: 10, version: 5 });
    const news: ApplicationNews = { applicationId: filed.id, sequence: 4, type: 'decide' };
    await Promise.all([1, 2, 3].map(() => followUp(worker, news)));
    expect(await typesOf()).toEqual(['file', 'accept', 'propose', 'decide', 'deliver']);
  });

  test('delivers once when three workers take the same job at once', async () => {
    await decide();
    const news: ApplicationNews = { applicationId: filed.id, sequence: 4, type: 'decide' };
    await Promise.all([1, 2, 3].map(() => followUp(worker, news)));
    expect((await typesOf()).filter((type) => type === 'deliver')).toHaveLength(1);
    const { at: _, ...last } = (await readEvents(worker.database.manager, worker, filed.id)).at(-1) ?? {};
    expect(last).toMatchObject({ actor: { kind: 'system', id: null }, purpose: 'workflow' });
  });

  test('sends the first of its events that a guard lets pass, and looks again when something changed beside the events', async () => {
    const workflow = structuredClone(namedWorkflow('standard'));
    const { filed: first } = workflow.states;
    if (!first?.on) throw new Error('no state filed');
    const words = { vi: 'Tự động', en: 'By itself', fr: 'Seul' };
    const bySystem = { by: ['system' as const], label: words, past: words };
    first.on['refuse-by-itself'] = { ...bySystem, to: 'not-accepted', guard: 'someChildRefused' };
    first.on['accept-by-itself'] = { ...bySystem, to: 'received', guard: 'nothingIsDue', hidden: true };
    const birth = shippedDefinition('1.001193') as ServiceDefinition;
    const { manager } = portal.database;
    const { id } = await publishRevision(manager, { ...birth, workflow }, portal.clock.now());
    await owner.query('UPDATE applications.application SET revision_id = $2 WHERE id = $1', [filed.id, id]);
    await owner.query('TRUNCATE applications.outbox');
    await desk.database.transaction((tx) => askFollowUp(tx, filed.id));
    await desk.database.transaction((tx) => askFollowUp(tx, filed.id));
    await relayAndWork();
    expect(await typesOf()).toEqual(['file', 'accept-by-itself']);
    // It is between officers: the citizen gets no entry for it.
    expect(await inbox()).toEqual([]);
  });

  test('does nothing for news that is no longer the last', async () => {
    await decide();
    for (const sequence of [1, 2, 3])
      await followUp(worker, { applicationId: filed.id, sequence, type: 'decide' });
    expect(await stateOf()).toEqual({ state: 'decided', status: 9, version: 4 });
  });

  test('does nothing where the workflow waits for a person', async () => {
    await relayAndWork();
    expect(await stateOf()).toEqual({ state: 'filed', status: 1, version: 1 });
  });
});

async function stateOf() {
  const [row] = await owner.query(
    'SELECT state, status, version FROM applications.application WHERE id = $1',
    [filed.id],
  );
  return row;
}
