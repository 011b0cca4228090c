import type { DataSource } from 'typeorm';
import { newId, type Platform, Refusal, seal } from '#lib/platform';
import type { Actor, StateValue } from '#lib/workflow';
import { minh } from '../../../identity/test/people.js';
import { birthAnswers, type Filed, fileApplication } from '../../../../test/file-application.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { actingOfficer } from '../../../../test/known-officer.js';
import { Application } from '../application/application.entity.js';
import { readAnswers } from '../application/answers.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { apologise } from '../deadline/apologise.js';
import { performAct } from './perform-act.js';
import { hiddenIn } from '../draft/page-form.fixture.js';

let world: PortalWorld;
let desk: Platform;
let worker: Platform;
let citizen: CitizenAtHome;
let filed: Filed;

beforeAll(async () => {
  world = await createPortalWorld();
  [desk, worker] = await Promise.all([world.db.platform('desk'), world.db.platform('worker')]);
  citizen = await world.citizen(minh);
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  filed = await fileApplication(world.owner, world.portal);
});

const supplement = { items: [{ kind: 'field', id: 'childName', reason: 'Khác giấy chứng sinh.' }] };
const found = ({ id } = filed) => world.owner.getRepository(Application).findOneByOrFail({ id });
const events = ({ id } = filed) => readEvents(desk.database.manager, desk, id);

interface Doing {
  version?: number;
  key?: string;
  details?: Record<string, unknown>;
  newAnswers?: typeof birthAnswers;
  tx?: DataSource['manager'];
}

/** Performs an act with the database role of the app in which it would be done. */
async function perform(event: string, as: Actor, doing: Doing = {}): Promise<void> {
  const platform = { citizen: world.portal, system: worker }[as as string] ?? desk;
  const officer = as !== 'citizen' && as !== 'system';
  await performAct(doing.tx ?? platform.database.manager, platform, {
    applicationId: filed.id,
    event,
    version: doing.version ?? (await found()).version,
    idempotencyKey: doing.key ?? newId(),
    actor: officer
      ? await actingOfficer(world.owner.manager, desk, 'Trần Thanh Mai')
      : { kind: as, id: as === 'system' ? null : newId(), name: '' },
    as: [as],
    purpose: 'case-handling',
    details: doing.details ?? {},
    ...(doing.newAnswers && { answers: { answers: doing.newAnswers, sources: {} } }),
  });
}

/** Everything that can happen to an application, in an order that the workflow allows. */
async function wholeRun(): Promise<void> {
  await perform('request-supplement', 'intake', { details: supplement });
  await perform('answer-supplement', 'citizen', { newAnswers: { ...birthAnswers, childName: 'Phạm An' } });
  await perform('accept', 'intake');
  await perform('propose', 'case', { details: { outcome: 'grant', reason: 'Đủ điều kiện.' } });
  await perform('send-back', 'approver', { details: { reason: 'Xem lại.' } });
  await perform('propose', 'case', { details: { outcome: 'grant', reason: 'Đã xem lại.' } });
  await perform('decide', 'approver', { details: { outcome: 'grant' } });
  await perform('deliver', 'system');
}

const refused = (code: string, status: number) => expect.objectContaining({ code, status });

describe('an act', () => {
  test('moves the application, appends one event and leaves one piece of news', async () => {
    await perform('accept', 'intake');
    expect(await found()).toMatchObject({ state: 'received', status: 2, waitsFor: 'officer', version: 2 });
    expect(await events()).toMatchObject([
      { sequence: 1, type: 'file' },
      {
        sequence: 2,
        type: 'accept',
        from: 'filed',
        to: 'received',
        status: 2,
        actor: { kind: 'officer', name: 'Trần Thanh Mai' },
        details: { past: { vi: 'Hồ sơ đã được tiếp nhận' } },
      },
    ]);
    const news = await world.owner.query(
      'SELECT sequence, type FROM applications.outbox WHERE application_id = $1 ORDER BY id',
      [filed.id],
    );
    expect(news).toEqual([
      { sequence: 1, type: 'file' },
      { sequence: 2, type: 'accept' },
    ]);
  });

  test('leaves the answers that were filed beside those that replaced them', async () => {
    await perform('request-supplement', 'intake', { details: supplement });
    await perform('answer-supplement', 'citizen', { newAnswers: { ...birthAnswers, childName: 'Phạm An' } });
    const now = await readAnswers(world.portal.database.manager, world.portal, filed.id);
    expect(now.childName).toBe('Phạm An');
    const kept = await world.owner.query(
      'SELECT version FROM applications.answers WHERE application_id = $1 ORDER BY version',
      [filed.id],
    );
    expect(kept).toEqual([{ version: 1 }, { version: 3 }]);
  });

  test('of two in the same instant only one happens, and the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      filed = await fileApplication(world.owner, world.portal);
      const results = await Promise.allSettled([
        perform('accept', 'intake', { version: 1 }),
        perform('refuse', 'intake', { version: 1 }),
        perform('withdraw', 'citizen', { version: 1 }),
      ]);
      const lost = results.filter(({ status }) => status === 'rejected');
      expect(lost).toMatchObject([1, 2].map(() => ({ reason: refused('application-changed', 409) })));
      expect(await events()).toHaveLength(2);
      expect((await found()).version).toBe(2);
    }
  });

  test('with the key of one that was done is that one, at once and later', async () => {
    const key = newId();
    await Promise.all([1, 2, 3].map(() => perform('accept', 'intake', { version: 1, key })));
    await perform('accept', 'intake', { version: 1, key });
    await perform('propose', 'case');
    await perform('accept', 'intake', { version: 1, key });
    expect((await events()).map(({ type }) => type)).toEqual(['file', 'accept', 'propose']);
  });

  test('with the key of an earlier step is refused, not lost, also within a transaction', async () => {
    const key = newId();
    await perform('request-supplement', 'intake', { key, details: supplement });
    await perform('answer-supplement', 'citizen');
    const again = { key, version: 3, details: supplement };
    const conflict = refused('application-changed', 409);
    await expect(perform('request-supplement', 'intake', again)).rejects.toEqual(conflict);
    await expect(
      desk.database.transaction((tx) => perform('request-supplement', 'intake', { ...again, tx })),
    ).rejects.toEqual(conflict);
    await expect(perform('accept', 'intake', { key, version: 1 })).rejects.toEqual(conflict);
    expect(await events()).toHaveLength(3);
  });

  test('on a version that is not the last is refused', async () => {
    await perform('accept', 'intake');
    for (const version of [1, 3, 99])
      await expect(perform('propose', 'case', { version })).rejects.toEqual(
        refused('application-changed', 409),
      );
  });
});

describe('the chain of events', () => {
  test('holds over a whole run', async () => {
    await wholeRun();
    const all = await events();
    expect(all.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(chainHolds(all)).toBe(true);
    expect(await found()).toMatchObject({ state: 'returned', status: 10, version: 9, waitsFor: 'nobody' });
    expect((await found()).headHash).toEqual(all.at(-1)?.hash);
  });

  test('breaks when any column of any event is altered', async () => {
    await wholeRun();
    expect(await chainIntact(world.owner.manager)).toBe(true);
    const columns: { column_name: string }[] = await world.owner.query(
      `SELECT column_name FROM information_schema.columns WHERE table_schema = 'applications' AND table_name = 'event'`,
    );
    expect(columns.map(({ column_name }) => column_name).toSorted()).toEqual(
      Object.keys(otherwise).toSorted(),
    );
    const unnoticed: string[] = [];
    for (const [column, value] of Object.entries(otherwise))
      for (let sequence = 1; sequence <= 9; sequence += 1)
        if (await holdsAfter(`UPDATE applications.event SET ${column} = ${value}`, sequence))
          unnoticed.push(`${column} of event ${sequence}`);
    expect(unnoticed).toEqual([]);
  });

  test('breaks when an event is taken out, or its words are sealed anew', async () => {
    await wholeRun();
    for (let sequence = 1; sequence <= 9; sequence += 1)
      expect([sequence, await holdsAfter('DELETE FROM applications.event', sequence)]).toEqual([
        sequence,
        false,
      ]);
    const [, , , , , sentBack] = await events();
    const words = JSON.stringify({ ...sentBack?.details, reason: 'Không có lý do.' });
    const resealed = seal(desk.config.secrets.encryptionKey, `event:details:${filed.id}/6`, words);
    expect(await holdsAfter(`UPDATE applications.event SET details_sealed = '${resealed}'`, 6)).toBe(false);
  });
});

/** For each column of an event, something else than what stands there. */
const otherwise: Record<string, string> = {
  // An application that exists, in a place that is free.
  application_id: `(SELECT id FROM applications.application WHERE id <> application_id LIMIT 1), sequence = sequence + 100`,
  sequence: 'sequence + 100',
  type: `type || 'x'`,
  at: `at + interval '1 second'`,
  actor_kind: `CASE actor_kind WHEN 'citizen' THEN 'officer' ELSE 'citizen' END`,
  actor_id: 'gen_random_uuid()',
  agency_id: 'gen_random_uuid()',
  purpose: `purpose || 'x'`,
  from_state: `'"elsewhere"'`,
  to_state: `'"elsewhere"'`,
  status: 'status % 10 + 1',
  details_sealed: `overlay(details_sealed placing 'AAAA' from length(details_sealed) - 10)`,
  commitment: `sha256(commitment)`,
  previous_hash: `sha256(coalesce(previous_hash, ''))`,
  hash: 'sha256(hash)',
  idempotency_key: 'gen_random_uuid()',
};

/** Whether the history still looks whole after a change, which is undone. */
async function holdsAfter(change: string, sequence: number): Promise<boolean> {
  const runner = world.owner.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(`${change} WHERE application_id = $1 AND sequence = $2`, [filed.id, sequence]);
    return await chainIntact(runner.manager);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** What the desk checks: the links, and that the last one is the application's. */
async function chainIntact(tx: DataSource['manager']): Promise<boolean> {
  const { headHash, version } = await found();
  try {
    const all = await readEvents(tx, desk, filed.id);
    const head = all.find(({ sequence }) => sequence === version);
    return chainHolds(all) && head?.hash.equals(headHash) === true;
  } catch {
    return false;
  }
}

describe('who may', () => {
  /** The whole of the standard workflow: who may do what in which state. Everything else is refused. */
  const may: Record<string, Record<string, Actor>> = {
    filed: { accept: 'intake', 'request-supplement': 'intake', refuse: 'intake', withdraw: 'citizen' },
    'supplement-at-intake': { 'answer-supplement': 'citizen', withdraw: 'citizen' },
    received: { propose: 'case', 'request-supplement': 'case', withdraw: 'citizen' },
    'supplement-at-case': { 'answer-supplement': 'citizen', withdraw: 'citizen' },
    'awaiting-decision': { decide: 'approver', 'send-back': 'approver', withdraw: 'citizen' },
    decided: { deliver: 'system' },
    returned: {},
    'not-accepted': {},
    withdrawn: {},
  };
  const actors: Actor[] = ['citizen', 'system', 'intake', 'case', 'approver'];
  const everyEvent = [...new Set(Object.values(may).flatMap((row) => Object.keys(row)))];

  test.each(Object.entries(may))(
    'in the state %s each act is for those it names alone',
    async (state, row) => {
      for (const event of [...everyEvent, 'file', '__proto__'])
        for (const as of actors) {
          const named = Object.hasOwn(row, event) ? row[event] : undefined;
          const expected = named === undefined ? 409 : named === as ? 'done' : 403;
          expect([event, as, await attempt(state, event, as)]).toEqual([event, as, expected]);
        }
    },
  );
});

/** What comes of an act in a state; nothing of it stays. */
async function attempt(state: StateValue, event: string, as: Actor): Promise<number | 'done'> {
  const runner = world.owner.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query('UPDATE applications.application SET state = $2 WHERE id = $1', [
      filed.id,
      JSON.stringify(state),
    ]);
    await perform(event, as, { version: 1, tx: runner.manager });
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.status;
    throw error;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Started, stopped, due; to the minute. */
async function clock(): Promise<(string | undefined)[]> {
  const { clockStartedAt, clockStoppedAt, dueAt } = await found();
  return [clockStartedAt, clockStoppedAt, dueAt].map((at) => at?.toISOString().slice(0, 16));
}

describe('the clock', () => {
  test('runs from filing: one working day after a Friday morning ends on Monday with the office hours', async () => {
    expect(await clock()).toEqual(['2026-11-20T03:05', undefined, '2026-11-23T10:00']);
    await perform('accept', 'intake');
    expect(await clock()).toEqual(['2026-11-20T03:05', undefined, '2026-11-23T10:00']);
  });

  test('counts what arrives after 15:00 from the next working day', async () => {
    world.db.clock.set('2026-11-20T08:00:01Z');
    filed = await fileApplication(world.owner, world.portal);
    expect((await found()).dueAt).toEqual(new Date('2026-11-24T10:00:00Z'));
  });

  test('stands still while the citizen is asked, and counts anew from the answer', async () => {
    world.db.clock.set('2026-11-20T04:00:00Z');
    await perform('request-supplement', 'intake', { details: supplement });
    expect(await clock()).toEqual(['2026-11-20T03:05', '2026-11-20T04:00', '2026-11-23T10:00']);
    world.db.clock.set('2026-12-03T02:00:00Z');
    await perform('answer-supplement', 'citizen');
    expect(await clock()).toEqual(['2026-12-03T02:00', undefined, '2026-12-04T10:00']);
  });

  test.each<[string, Actor]>([
    ['refuse', 'intake'],
    ['withdraw', 'citizen'],
  ])('stops for good at %s', async (event, as) => {
    world.db.clock.set('2026-11-20T05:00:00Z');
    await perform(event, as);
    expect(await clock()).toEqual(['2026-11-20T03:05', '2026-11-20T05:00', '2026-11-23T10:00']);
  });

  test('stops at the decision, not at its delivery, and keeps when it stood still before a withdrawal', async () => {
    world.db.clock.set('2026-11-20T04:00:00Z');
    await perform('request-supplement', 'intake', { details: supplement });
    world.db.clock.set('2026-11-21T04:00:00Z');
    await perform('withdraw', 'citizen');
    expect((await clock())[1]).toBe('2026-11-20T04:00');
    world.db.clock.set('2026-11-20T03:05:00Z');
    filed = await fileApplication(world.owner, world.portal);
    await perform('accept', 'intake');
    await perform('propose', 'case');
    world.db.clock.set('2026-11-23T02:00:00Z');
    await perform('decide', 'approver');
    world.db.clock.set('2026-11-25T02:00:00Z');
    await perform('deliver', 'system');
    expect((await clock())[1]).toBe('2026-11-23T02:00');
  });
});

describe('a citizen', () => {
  test('withdraws with the form of the page, once however often it is sent', async () => {
    const id = await citizen.draft();
    await citizen.sign(id);
    expect((await citizen.get(`/applications/${id}`)).text).toContain(`/applications/${id}/withdrawal`);
    const page = (await citizen.get(`/applications/${id}/withdrawal`)).text;
    expect(page).toContain('không lấy lại được');
    const form = hiddenIn(page);
    const send = (fields = form) => citizen.post(`/applications/${id}/withdrawal`, fields);
    for (const done of [...(await Promise.all([send(), send()])), await send()])
      expect([done.status, done.headers.location]).toEqual([303, `/applications/${id}?done=2`]);
    expect((await citizen.get(`/applications/${id}?done=2`)).text).toContain('govuk-notification-banner');
    expect(await found({ id, number: '', personId: '' })).toMatchObject({
      state: 'withdrawn',
      status: 8,
      version: 2,
      waitsFor: 'nobody',
    });
    expect((await citizen.get(`/applications/${id}`)).text).not.toContain('/withdrawal');
    expect((await citizen.get(`/applications/${id}/withdrawal`)).headers.location).toBe(
      `/applications/${id}?refused=event-not-allowed-now`,
    );
    const again = await send({ version: '2', key: newId() });
    expect(again.headers.location).toBe(`/applications/${id}?refused=event-not-allowed-now`);
    expect((await citizen.get(again.headers.location ?? '')).text).toContain('không còn thực hiện được');
  });

  test('reads why the agency is late and which date it promised, and nobody else does', async () => {
    const id = await citizen.draft();
    await citizen.sign(id);
    const letter = `/applications/${id}/apology`;
    expect((await citizen.get(letter)).status).toBe(404);
    for (const application of [await found(), await found({ ...filed, id })])
      await apologise(desk.database.manager, desk, {
        application,
        promisedAt: new Date('2026-11-27T10:00:00Z'),
        reason: 'Cơ quan đang chuyển trụ sở.',
        actor: await actingOfficer(world.owner.manager, desk, 'Nguyễn Đức Toàn'),
        version: 1,
        idempotencyKey: newId(),
      });
    const page = (await citizen.get(`/applications/${id}`)).text;
    const dates = ['17:00 thứ Sáu 27/11/2026', '17:00 thứ Hai 23/11/2026'];
    for (const said of [letter, 'Cơ quan đang chuyển trụ sở.', ...dates]) expect(page).toContain(said);
    expect((await citizen.get(letter)).text).toContain('Cơ quan đang chuyển trụ sở.');
    expect((await citizen.get(`/applications/${filed.id}/apology`)).status).toBe(404);
  });

  test('cannot withdraw somebody else’s application, nor one that is decided', async () => {
    const form = { version: '1', key: newId() };
    expect((await citizen.post(`/applications/${filed.id}/withdrawal`, form)).status).toBe(404);
    expect((await citizen.get(`/applications/${filed.id}/withdrawal`)).status).toBe(404);
    const id = await citizen.draft();
    await citizen.sign(id);
    filed = { ...filed, id };
    await perform('accept', 'intake');
    await perform('propose', 'case');
    expect((await citizen.get(`/applications/${id}`)).text).toContain('/withdrawal');
    await perform('decide', 'approver');
    expect((await citizen.get(`/applications/${id}`)).text).not.toContain('/withdrawal');
    const late = { version: '4', key: newId() };
    const refusedTo = async (sent: typeof form) =>
      (await citizen.post(`/applications/${id}/withdrawal`, sent)).headers.location;
    expect(await refusedTo(late)).toBe(`/applications/${id}?refused=event-not-allowed-now`);
    expect(await refusedTo(form)).toBe(`/applications/${id}?refused=application-changed`);
    expect((await found()).state).toBe('decided');
  });
});
