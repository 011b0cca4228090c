import { publishRevision, type Revision, type ServiceDefinition, shippedDefinition } from '#lib/catalogue';
import { newId, type Platform } from '#lib/platform';
import { type Filed, fileApplication } from '../../../../test/file-application.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { actingOfficer } from '../../../../test/known-officer.js';
import { performAct } from '../act/perform-act.js';
import { readAnswers } from '../application/answers.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { checkMapping, type RevisionMapping } from './check-mapping.js';
import { migrateApplication } from './migrate-application.js';
import { carryOutMigration, planMigration, previewMigration } from './migrate-applications.js';
import { stateAt } from './mapped-state.js';

let db: TestDatabase;
let worker: Platform;
let desk: Platform;
let filed: Record<'atIntake' | 'received' | 'asked', Filed>;
let before: ServiceDefinition;
let after: ServiceDefinition;
let mapping: RevisionMapping;

/** The corrected procedure: a state and a field have other names. */
function corrected(definition: ServiceDefinition): ServiceDefinition {
  const text = JSON.stringify(definition).replaceAll('"received"', '"checked"');
  return JSON.parse(text.replaceAll('"childName"', '"nameOfChild"')) as ServiceDefinition;
}

const perform = async (id: string, event: string, as: 'intake' | 'case', details = {}) => {
  const { version } = await row(id);
  const actor = await actingOfficer((await db.owner()).manager, desk, 'Trần Thanh Mai');
  const rest = { version, idempotencyKey: newId(), actor, as: [as], purpose: 'case-handling', details };
  await performAct(desk.database.manager, desk, { applicationId: id, event, ...rest });
};
const row = (id: string) => worker.database.getRepository(Application).findOneByOrFail({ id });

beforeAll(async () => {
  db = await createTestDatabase();
  const portal = await db.platform('portal');
  [worker, desk] = await Promise.all([db.platform('worker'), db.platform('desk')]);
  const owner = await db.owner();
  const file = () => fileApplication(owner, portal);
  filed = { atIntake: await file(), received: await file(), asked: await file() };
  await perform(filed.received.id, 'accept', 'intake');
  await perform(filed.asked.id, 'request-supplement', 'intake', { items: [] });
  const shipped = shippedDefinition('1.001193');
  if (!shipped) throw new Error('no definition');
  const manager = portal.database.manager;
  const revision: Revision = await publishRevision(manager, corrected(shipped), db.clock.now());
  before = (await publishRevision(manager, shipped, db.clock.now())).definition;
  after = revision.definition;
  const names = Object.keys(before.workflow.states).map((name) => [
    name,
    name === 'received' ? 'checked' : name,
  ]);
  mapping = {
    procedure: '1.001193',
    from: 1,
    to: revision.number,
    states: Object.fromEntries(names) as Record<string, string>,
    fields: { childName: 'nameOfChild' },
    reason: { vi: 'Sửa tên bước.', en: 'A step was renamed.', fr: 'Une étape renommée.' },
  };
});
afterAll(() => db?.close());

const codes = (change: Partial<RevisionMapping>, to = after) =>
  checkMapping(before, to, { ...mapping, ...change }).map(({ path, code }) => `${path} ${code}`);

test('a mapping that says where everything goes is accepted, any other refused with the place', () => {
  const { received: _, ...without } = mapping.states;
  expect(codes({})).toEqual([]);
  expect(codes({ states: without })).toContain('states.received state-unmapped');
  expect(codes({ states: { ...mapping.states, received: 'moon' } })).toContain(
    'states.received state-target-wrong',
  );
  expect(codes({ states: { ...mapping.states, received: 'returned' } })).toContain(
    'states.received end-differs',
  );
  expect(codes({ states: { ...mapping.states, withdrawn: 'filed' } })).toContain(
    'states.withdrawn end-differs',
  );
  expect(codes({ fields: {} })).toEqual(['fields.childName field-unmapped']);
  expect(codes({ fields: { childName: 'childBirthDate' } })).toEqual(['fields.childName field-type-differs']);
  expect(codes({ fields: { childName: null } })).toEqual([]);
  const { deadline: __, ...untimed } = after;
  expect(codes({}, untimed as ServiceDefinition)).toContain('deadline legal-deadline-lost');
});

test('states in regions go together, and nowhere that nobody can stand', () => {
  const state = { label: mapping.reason, status: 4 as const };
  const region = { ...state, initial: 'a', states: { a: state, b: state } };
  const both = { ...state, type: 'parallel' as const, states: { left: region, right: region } };
  const workflow = { ...before.workflow, states: { both, alone: state } };
  expect(stateAt(workflow, ['both.left.a', 'both.right.b'])).toEqual({ both: { left: 'a', right: 'b' } });
  expect(stateAt(workflow, ['alone', 'alone'])).toBe('alone');
  for (const wrong of [['both.left.a'], ['both'], ['alone', 'both.left.a'], ['alone.x'], ['x'], []])
    expect(stateAt(workflow, wrong)).toBeUndefined();
});

test('open applications go on under the corrected revision, once, with history, deadline and answers whole', async () => {
  const { plan, findings } = await planMigration(worker.database.manager, mapping);
  expect(findings).toEqual([]);
  const stale = await row(filed.atIntake.id);
  const due = (await row(filed.received.id)).dueAt;
  const preview = await previewMigration(worker, plan);
  expect([...preview.moves]).toEqual(expect.arrayContaining([['"received" → "checked"', 1]]));
  expect([...preview.stays]).toEqual([['supplement-open', [filed.asked.number]]]);
  expect((await row(filed.received.id)).revisionId).toBe(plan.from.id);

  expect(await carryOutMigration(worker, plan)).toEqual(preview);
  const moved = await row(filed.received.id);
  expect(moved).toMatchObject({ revisionId: plan.to.id, state: 'checked', status: 2, dueAt: due });
  const answers = await readAnswers(worker.database.manager, worker, filed.received.id);
  expect(answers).toMatchObject({ nameOfChild: 'Phạm Gia Bảo' });
  expect(answers).not.toHaveProperty('childName');
  const events = await readEvents(worker.database.manager, worker, filed.received.id);
  expect(chainHolds(events)).toBe(true);
  expect(events.at(-1)).toMatchObject({ type: 'migrate-revision', from: 'received', to: 'checked' });

  expect((await carryOutMigration(worker, plan)).moves.size).toBe(0);
  expect(await migrateApplication(worker.database.manager, worker, plan, stale)).toEqual({
    to: 'filed',
  });
  expect((await row(filed.atIntake.id)).version).toBe(stale.version + 1);
  await perform(filed.received.id, 'propose', 'case', { outcome: 'grant', reason: 'Đủ.' });
  expect((await row(filed.received.id)).state).toBe('awaiting-decision');
});

test('one that somebody acted on meanwhile is left as it is', async () => {
  const { plan } = await planMigration(worker.database.manager, mapping);
  const { id } = await fileApplication(await db.owner(), await db.platform('portal'));
  const seen = await row(id);
  await perform(id, 'accept', 'intake');
  const { manager } = worker.database;
  expect(await migrateApplication(manager, worker, plan, seen)).toEqual({ stays: 'changed-meanwhile' });
  expect(await row(id)).toMatchObject({ revisionId: plan.from.id, state: 'received' });
});
