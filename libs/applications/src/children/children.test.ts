import { publishRevision, revisionById, type ServiceDefinition, shippedDefinition } from '#lib/catalogue';
import { appointOfficer, findAgency } from '#lib/organisations';
import { newId, type Platform } from '#lib/platform';
import type { Actor } from '#lib/workflow';
import { cuaNam } from '../../../../test/desk-world.js';
import { birthAnswers, type Filed } from '../../../../test/file-application.js';
import { createTwoSides, type TwoSides } from '../../../../test/two-sides.js';
import { actOn } from '../../../../test/act-on.js';
import { noteAsPerson } from '../../../../test/known-officer.js';
import { workOff } from '../../../../test/work-off.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { checkIntegrity } from '../case-file/check-integrity.js';
import { followUp } from '../outbox/follow-up.js';
import { childrenOf } from './child.js';
import { openChildren, stopChildren } from './children-effects.js';
import { readSigned } from './derive-part.js';
import { readParts } from './read-parts.js';

let world: TwoSides;
let worker: Platform;
let filed: Filed;

const home = { province: '01', commune: cuaNam, detail: '5 phố Cửa Nam' };
const answers = {
  ...birthAnswers,
  livesWith: 'parents',
  residencePlace: home,
  headName: 'Phạm Văn Thành',
  headIdNumber: '001060012345',
  relationToHead: 'grandchild',
  firstHospital: 'Trạm y tế phường Cửa Nam',
};

beforeAll(async () => {
  world = await createTwoSides();
  worker = await world.db.platform('worker');
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  filed = await world.file({ code: '2.000986', answers });
});

const found = (id: string) => world.owner.getRepository(Application).findOneByOrFail({ id });
const parts = async () => (await readParts(worker.database.manager, worker, await found(filed.id))).parts;
const states = async () =>
  Object.fromEntries((await parts()).map(({ definition, state }) => [definition.id, state]));
const typesOf = async (id: string) =>
  (await readEvents(worker.database.manager, worker, id)).map(({ type }) => type);
async function part(id: string): Promise<string> {
  const one = (await parts()).find(({ definition }) => definition.id === id);
  if (!one?.application) throw new Error(`${id} was not opened`);
  return one.application.id;
}

const perform = (id: string, event: string, as: Actor, details = {}) => actOn(world, id, event, as, details);

/** Takes a part to its end; its news are not carried out yet. */
async function decide(id: string, outcome: 'grant' | 'refuse'): Promise<void> {
  if ((await found(id)).status === 1) await perform(id, 'accept', 'intake');
  await perform(id, 'propose', 'case', { outcome, reason: 'Đã xem xét.' });
  await perform(id, 'decide', 'approver', { outcome, text: '', evidence: {} });
}

/** Carries all news out; nothing of it may fail. */
async function work(): Promise<void> {
  await workOff(world.owner, worker);
  expect(await world.owner.query('SELECT last_error FROM graphile_worker.jobs')).toEqual([]);
}

async function accepted(): Promise<void> {
  await perform(filed.id, 'accept', 'intake');
  await work();
}

describe('an application to several agencies', () => {
  test('opens its parts in their order at three agencies, and goes on once all have ended', async () => {
    expect(new Set(Object.values(await states()))).toEqual(new Set(['expected']));
    await accepted();
    expect(await states()).toEqual({ birth: 'open', residence: 'waiting', 'health-insurance': 'waiting' });
    await decide(await part('birth'), 'grant');
    await work();
    expect(await states()).toEqual({ birth: 'granted', residence: 'open', 'health-insurance': 'open' });
    const opened = (await parts()).map(({ application }) => application);
    const agencies = await Promise.all(
      opened.map(async (one) => {
        const [row] = await world.owner.query(
          'SELECT name_vi AS name FROM organisations.agency WHERE id = $1',
          [one?.agencyId],
        );
        return row.name;
      }),
    );
    expect(agencies).toEqual([
      'UBND phường Cửa Nam',
      'Công an phường Cửa Nam',
      'Bảo hiểm xã hội thành phố Hà Nội',
    ]);
    expect(new Set(opened.map((one) => one?.number)).size).toBe(3);
    expect(opened.map((one) => [one?.personId, one?.code])).toEqual([
      [filed.personId, '2.000986.KS'],
      [filed.personId, '2.000986.TT'],
      [filed.personId, '2.000986.BHYT'],
    ]);
    // Each has a clock of its own: one working day, seven, ten days.
    expect(new Set(opened.map((one) => one?.dueAt?.toISOString())).size).toBe(3);

    // Both end in the same moment, and their news is carried out by four at once.
    await Promise.all([
      decide(await part('residence'), 'grant'),
      decide(await part('health-insurance'), 'grant'),
    ]);
    await work();
    expect(await typesOf(filed.id)).toEqual(['file', 'accept', 'children-ended']);
    expect(await found(filed.id)).toMatchObject({ state: 'received', waitsFor: 'officer' });
    for (const id of [filed.id, ...opened.map((one) => one?.id ?? '')])
      expect(chainHolds(await readEvents(worker.database.manager, worker, id))).toBe(true);
  });

  test('opens each part once, however often and by how many its job is run', async () => {
    await perform(filed.id, 'accept', 'intake');
    await Promise.all([1, 2, 3, 4].map(() => openChildren(worker, { applicationId: filed.id, sequence: 2 })));
    await work();
    expect(await childrenOf(world.owner.manager, filed.id)).toHaveLength(1);
    await decide(await part('birth'), 'grant');
    await work();
    const birth = await part('birth');
    const news = { applicationId: birth, sequence: (await found(birth)).version, type: 'deliver' };
    await Promise.all([1, 2, 3].map(() => followUp(worker, news)));
    await work();
    expect(await childrenOf(world.owner.manager, filed.id)).toHaveLength(3);
    expect(await typesOf(await part('residence'))).toEqual(['file']);
  });

  test('leaves nothing half done where opening fails in the middle, and opens it at the next try', async () => {
    await perform(filed.id, 'accept', 'intake');
    await world.owner.query('REVOKE INSERT ON applications.answers FROM dvc_worker');
    await expect(openChildren(worker, { applicationId: filed.id, sequence: 2 })).rejects.toThrow(
      'permission denied',
    );
    expect(await childrenOf(world.owner.manager, filed.id)).toEqual([]);
    await world.owner.query('GRANT INSERT ON applications.answers TO dvc_worker');
    await work();
    expect(await states()).toMatchObject({ birth: 'open' });
  });
});

async function integrity(id: string) {
  const { manager } = world.desk.database;
  return checkIntegrity(manager, world.desk, await found(id), await readEvents(manager, world.desk, id));
}

describe('a part', () => {
  test('follows from what the citizen signed once: made again from there, it is the same', async () => {
    await accepted();
    const birth = await part('birth');
    expect(await integrity(birth)).toMatchObject({ chain: true, submission: true });
    const [row] = await world.owner.query(
      'SELECT evidence FROM applications.submission WHERE application_id = $1',
      [birth],
    );
    await world.owner.query('UPDATE applications.child SET part = $2 WHERE application_id = $1', [
      birth,
      'residence',
    ]);
    expect(await integrity(birth)).toMatchObject({ submission: false });
    await world.owner.query('UPDATE applications.child SET part = $2 WHERE application_id = $1', [
      birth,
      'birth',
    ]);
    await world.owner.query(
      `UPDATE applications.submission SET evidence = jsonb_set(evidence, '{signature}', '"AAAA"') WHERE application_id = $1`,
      [birth],
    );
    expect(await integrity(birth)).toMatchObject({ submission: false });
    expect(row.evidence.signature).not.toBe('AAAA');
  });

  test('holds what its own form asks and nothing else', async () => {
    await accepted();
    await decide(await part('birth'), 'grant');
    await work();
    const insurance = await part('health-insurance');
    const { canonical } = await readSigned(world.desk.database.manager, world.desk, insurance);
    const { answers: given } = JSON.parse(canonical);
    expect(Object.keys(given).toSorted()).toEqual([
      'childBirthDate',
      'childName',
      'childSex',
      'firstHospital',
      'requesterName',
      'requesterPhone',
      'residencePlace',
    ]);
  });
});

describe('where one part is refused', () => {
  beforeEach(async () => {
    await accepted();
    await decide(await part('birth'), 'grant');
    await work();
  });

  test('what is open is stopped and told why, what was granted stays, and the stopped can be opened again', async () => {
    const insurance = await part('health-insurance');
    await perform(insurance, 'accept', 'intake');
    await decide(await part('residence'), 'refuse');
    await work();
    expect(await found(filed.id)).toMatchObject({ state: 'part-refused', waitsFor: 'officer' });
    expect(await found(insurance)).toMatchObject({ state: 'stopped', status: 8, waitsFor: 'nobody' });
    const stopped = (await readEvents(worker.database.manager, worker, insurance)).at(-1);
    expect(stopped).toMatchObject({ type: 'stop-part', actor: { kind: 'system' } });
    const told = await world.owner.query(
      'SELECT title FROM notifications.inbox_entry WHERE about_id = $1 ORDER BY sequence',
      [insurance],
    );
    expect(told.at(-1).title.vi).toContain('một phần khác của hồ sơ liên thông đã bị từ chối');
    const titles = async (name: string) =>
      (
        await world.owner.query(
          'SELECT title FROM notifications.inbox_entry WHERE about_id = $1 AND sequence >= 4 ORDER BY sequence',
          [await part(name)],
        )
      ).map(({ title }: { title: { vi: string } }) => title.vi);
    expect(await titles('residence')).toEqual([
      'Người có thẩm quyền đã ký quyết định: từ chối giải quyết',
      'Kết quả đã được trả cho người nộp: từ chối giải quyết',
    ]);
    expect(await titles('birth')).toContain('Kết quả đã được trả cho người nộp');
    expect(await states()).toEqual({
      birth: 'granted',
      residence: 'refused',
      'health-insurance': 'refused',
    });

    await perform(filed.id, 'reopen-parts', 'case', { reason: 'Đã bổ sung.' });
    await work();
    expect(await found(filed.id)).toMatchObject({ state: 'children-at-work' });
    expect(await states()).toEqual({ birth: 'granted', residence: 'open', 'health-insurance': 'open' });
    expect(await part('health-insurance')).not.toBe(insurance);
    expect(await childrenOf(world.owner.manager, filed.id)).toHaveLength(5);
  });

  test('what is decided in the same moment is not stopped any more', async () => {
    const insurance = await part('health-insurance');
    await Promise.all([decide(insurance, 'grant'), decide(await part('residence'), 'refuse')]);
    await work();
    expect(await states()).toEqual({
      birth: 'granted',
      residence: 'refused',
      'health-insurance': 'granted',
    });
    expect(await typesOf(filed.id)).toEqual(['file', 'accept', 'children-ended']);
  });
});

describe('where the applicant withdraws the whole', () => {
  test('its open parts are stopped and the applicant is told', async () => {
    await accepted();
    const birth = await part('birth');
    await perform(filed.id, 'withdraw', 'citizen');
    await work();
    expect(await found(birth)).toMatchObject({ state: 'stopped', waitsFor: 'nobody' });
    const last = (await readEvents(worker.database.manager, worker, birth)).at(-1);
    expect(last?.details.past.vi).toContain('người nộp đã rút hồ sơ liên thông');
    expect(await states()).toEqual({
      birth: 'refused',
      residence: 'not-opened',
      'health-insurance': 'not-opened',
    });
  });

  test('before any part was opened, none is, whichever job runs first', async () => {
    await perform(filed.id, 'accept', 'intake');
    await perform(filed.id, 'withdraw', 'citizen');
    await stopChildren(worker, { applicationId: filed.id, sequence: 3 });
    await openChildren(worker, { applicationId: filed.id, sequence: 2 });
    await work();
    expect(await childrenOf(world.owner.manager, filed.id)).toEqual([]);
  });
});

test('a result that a definition has undone is undone once, by its own agency', async () => {
  const definition = structuredClone(shippedDefinition('2.000986')) as ServiceDefinition;
  const birth = definition.children?.[0];
  if (birth) birth.ifStopped = { undoneBy: { code: '2.000986.KS' } };
  const { manager } = world.owner;
  const { id } = await publishRevision(manager, definition, world.db.clock.now());
  await world.owner.query('UPDATE applications.application SET revision_id = $2 WHERE id = $1', [
    filed.id,
    id,
  ]);
  await accepted();
  await decide(await part('birth'), 'grant');
  await work();
  await decide(await part('residence'), 'refuse');
  await work();
  await Promise.all([1, 2].map(() => stopChildren(worker, { applicationId: filed.id, sequence: 3 })));
  await work();
  expect(await states()).toMatchObject({ birth: 'undone', residence: 'refused' });
  const undoing = (await childrenOf(world.owner.manager, filed.id)).filter(({ undoes }) => undoes !== null);
  expect(undoing).toHaveLength(1);
  expect((await found(undoing[0]?.id ?? '')).agencyId).toBe((await found(await part('birth'))).agencyId);
  expect((await revisionById(manager, id)).definition.children).toHaveLength(3);
});

async function policeOfficer() {
  const { manager } = world.owner;
  const police = await findAgency(manager, { communeCode: cuaNam, body: 'police' });
  const { id } = await appointOfficer(manager, {
    staffNumber: newId(),
    fullName: 'Ngô Thị Hải Yến',
    role: 'case',
    agencyId: police?.id ?? '',
    at: new Date('2020-01-01T00:00:00Z'),
  });
  await noteAsPerson(manager, world.portal, id);
  return world.browser('desk', id);
}

describe('who sees what', () => {
  let birth: string;
  let residence: string;
  beforeEach(async () => {
    await accepted();
    birth = await part('birth');
    await decide(birth, 'grant');
    await work();
    residence = await part('residence');
  });

  test('each agency opens its own part, and a link leads only where its officers may go', async () => {
    const toan = await world.officer('Nguyễn Đức Toàn', 'case');
    const yen = await policeOfficer();
    const whole = await toan.get(`/applications/${filed.id}`);
    expect(whole.text).toContain(`href="/applications/${birth}"`);
    expect(whole.text).not.toContain(`href="/applications/${residence}"`);
    expect(whole.text).toContain('Công an phường Cửa Nam');
    expect((await toan.get(`/applications/${residence}`)).status).toBe(404);

    const own = await yen.get(`/applications/${residence}`);
    expect(own.status).toBe(200);
    expect(own.text).toContain('Đây là một phần của hồ sơ liên thông');
    expect(own.text).toContain(filed.number.slice(0, 13));
    expect(own.text).not.toContain(`href="/applications/${filed.id}"`);
    for (const other of [filed.id, birth, await part('health-insurance')])
      expect((await yen.get(`/applications/${other}`)).status).toBe(404);
    expect((await toan.get(`/applications/${birth}`)).text).toContain(`href="/applications/${filed.id}"`);
  });

  test('the citizen sees one application with its parts, their results, and what a part waits for', async () => {
    await perform(residence, 'request-supplement', 'intake', {
      items: [{ kind: 'field', id: 'headName', reason: 'Khác sổ.' }],
    });
    const lan = await world.browser('portal', filed.personId);
    const list = await lan.get('/applications');
    expect(list.text).toContain(`href="/applications/${filed.id}"`);
    const [, inner = ''] = /<ul class="link-list__parts">([\s\S]*?)<\/ul>/.exec(list.text) ?? [];
    for (const id of [birth, residence]) expect(inner).toContain(`href="/applications/${id}"`);
    expect(list.text.split(`href="/applications/${birth}"`)).toHaveLength(2);
    expect(list.text).toContain('Một phần đang chờ bạn: Đăng ký thường trú');
    const page = await lan.get(`/applications/${filed.id}`);
    for (const shown of [
      `href="/applications/${birth}/result"`,
      `href="/applications/${residence}/supplement"`,
      'Bảo hiểm xã hội thành phố Hà Nội',
      'Đang chờ các cơ quan giải quyết phần của mình',
    ])
      expect(page.text).toContain(shown);
    const own = await lan.get(`/applications/${residence}`);
    expect(own.text).toContain(`href="/applications/${filed.id}"`);
    expect((await lan.get(`/applications/${birth}/result`)).text).toContain('Phạm Gia Bảo');
    expect((await lan.get(`/applications/${birth}/receipt`)).status).toBe(200);
    expect((await lan.get('/procedures/2.000986.TT/start')).headers.location).toBe('/procedures/2.000986');
    const started = await lan.postForm('/procedures/2.000986.TT/drafts', { for: 'self' });
    expect(started.status).toBe(404);
  });
});
