import { namedWorkflow } from '#lib/catalogue';
import { findAgency } from '#lib/organisations';
import { newId, type Platform } from '#lib/platform';
import type { Actor } from '#lib/workflow';
import {
  createDeskWorld,
  cuaNam,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import type { Filed } from '../../../../test/file-application.js';
import { actOn } from '../../../../test/act-on.js';
import { workOff } from '../../../../test/work-off.js';
import { putUnder } from '../../../../test/put-under.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { hiddenIn } from '../draft/page-form.fixture.js';
import { consultationsOf } from './consultation.js';
import { sweepConsultations } from './sweep-consultations.js';

const saiGon = '26740';
let world: DeskWorld;
let worker: Platform;
let toan: OfficerAtWork;
/** They work on cases at phường Hoàn Kiếm and phường Sài Gòn. */
let hong: OfficerAtWork;
let nhan: OfficerAtWork;
let filed: Filed;

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`);

beforeAll(async () => {
  world = await createDeskWorld();
  worker = await world.db.platform('worker');
  world.db.clock.set(at('2026-11-20 10:05'));
  toan = await world.officer('Nguyễn Đức Toàn', 'case');
  hong = await world.officer('Lê Thị Hồng', 'case', hoanKiem);
  nhan = await world.officer('Võ Trọng Nhân', 'approver', saiGon);
});
afterAll(() => world?.close());

/** A birth registration as it would be where other agencies are consulted, accepted by the intake. */
beforeEach(() => begin('agrees'));

async function begin(silence: 'agrees' | 'is-awaited'): Promise<void> {
  world.db.clock.set(at('2026-11-20 10:05'));
  filed = await world.file();
  const workflow = structuredClone(namedWorkflow('consultation'));
  for (const state of Object.values(workflow.states)) {
    const consult = state.on?.consult;
    if (consult && 'to' in consult) consult.consultation = { within: { workingDays: 5 }, silence };
  }
  await putUnder(world.owner, world.desk, filed.id, (definition) => ({ ...definition, workflow }));
  await perform('accept', 'intake');
}

const found = () => world.owner.getRepository(Application).findOneByOrFail({ id: filed.id });
const events = () => readEvents(worker.database.manager, worker, filed.id);
const types = async () => (await events()).map(({ type }) => type);
const states = async () =>
  (await consultationsOf(world.owner.manager, worker, filed.id)).map(({ state }) => state).toSorted();
const agencyIn = async (communeCode: string) =>
  (await findAgency(world.owner.manager, { communeCode }))?.id ?? '';

const perform = (event: string, as: Actor, details = {}) => actOn(world, filed.id, event, as, details);

const work = () => workOff(world.owner, worker);

const asking = () => `/applications/${filed.id}/consultation/consult`;
const here = () => `/consultations/${filed.id}`;

/** Asks agencies of communes one question, through the page. */
async function ask(communes: string[], fields: Record<string, string | string[]> = {}) {
  const form = hiddenIn((await toan.browser.get(asking())).text);
  const answer = await toan.browser.postForm(asking(), {
    ...form,
    agency: await Promise.all(communes.map(agencyIn)),
    question: 'Có trùng với hồ sơ nào đã đăng ký ở phường không?',
    ...fields,
  });
  await work();
  return answer;
}

async function reply(officer: OfficerAtWork, fields: Record<string, string>) {
  const form = hiddenIn((await officer.browser.get(here())).text);
  return officer.browser.postForm(`${here()}/answer`, { ...form, ...fields });
}

describe('asking other agencies', () => {
  test('finds them by name, keeps those chosen, and asks for a question', async () => {
    const form = hiddenIn((await toan.browser.get(asking())).text);
    const chosen = await agencyIn(saiGon);
    const searched = await toan.browser.postForm(asking(), {
      ...form,
      do: 'search',
      words: 'phuong hoan kiem',
      agency: chosen,
      question: 'Có trùng không?',
    });
    expect(searched.status).toBe(200);
    for (const shown of ['UBND phường Hoàn Kiếm', 'UBND phường Sài Gòn', 'Có trùng không?'])
      expect(searched.text).toContain(shown);
    const empty = await toan.browser.postForm(asking(), { ...form, agency: await agencyIn(cuaNam) });
    expect([empty.status, empty.text.includes('Chọn ít nhất một cơ quan')]).toEqual([422, true]);
    expect(await types()).toEqual(['file', 'accept']);
    expect((await toan.browser.get(`/applications/${filed.id}/acts/consult`)).status).toBe(404);
  });

  test('brings the question to each of them, and their opinions back, until the workflow goes on', async () => {
    expect((await ask([hoanKiem, saiGon])).status).toBe(303);
    expect(await found()).toMatchObject({ state: 'consulting', status: 4 });
    expect((await hong.browser.get('/')).text).toContain('/consultations');
    expect((await hong.browser.get('/consultations')).text).toContain(here());
    const page = await hong.browser.get(here());
    for (const shown of ['Có trùng với hồ sơ nào', 'UBND phường Cửa Nam', 'Phạm Gia Bảo', '27/11/2026'])
      expect(page.text).toContain(shown);
    // By topic, not in the words the applicant was asked with.
    expect(page.text).not.toContain('Bạn là ai?');

    const nothing = await reply(hong, { opinion: 'objects', reason: '' });
    expect([nothing.status, nothing.text.includes('Nêu lý do không đồng ý')]).toEqual([422, true]);
    expect((await reply(hong, { opinion: 'agrees', reason: '' })).headers.location).toContain(
      'done=answered',
    );
    await work();
    expect(await found()).toMatchObject({ state: 'consulting' });
    expect((await reply(nhan, { opinion: 'objects', reason: 'Đã đăng ký ở nơi khác.' })).status).toBe(303);
    await work();
    expect(await found()).toMatchObject({ state: 'objected' });
    expect((await types()).slice(2)).toEqual([
      'consult',
      'answer-consultation',
      'answer-consultation',
      'consultation-ended',
    ]);
    const told = (await events()).filter(({ type }) => type === 'answer-consultation');
    expect(told.map(({ agencyId }) => agencyId)).toEqual([await agencyIn(hoanKiem), await agencyIn(saiGon)]);
    expect(told.every(({ details }) => details.told === 'officers')).toBe(true);
    expect(chainHolds(await events())).toBe(true);
    const file = (await toan.browser.get(`/applications/${filed.id}`)).text;
    for (const shown of ['Không đồng ý', 'Đã đăng ký ở nơi khác.']) expect(file).toContain(shown);
  });

  test('again waits for new answers: those of the round before do not count', async () => {
    await ask([hoanKiem]);
    await reply(hong, { opinion: 'agrees' });
    await work();
    expect(await found()).toMatchObject({ state: 'consulted' });
    await ask([saiGon]);
    expect(await found()).toMatchObject({ state: 'consulting' });
    await reply(nhan, { opinion: 'agrees' });
    await work();
    expect(await found()).toMatchObject({ state: 'consulted' });
  });
});

describe('who may answer', () => {
  test('is an officer of an agency that is asked, only while it is, and seeing it is recorded', async () => {
    const stranger = await world.officer('Đỗ Hồng Vân', 'case', '00004');
    const intake = await world.officer('Mai Thu Hà', 'intake', hoanKiem);
    const form = { key: newId(), opinion: 'agrees' };
    const statuses = async (officer: OfficerAtWork) => [
      (await officer.browser.get(here())).status,
      (await officer.browser.postForm(`${here()}/answer`, { ...form })).status,
      (await officer.browser.get(`/applications/${filed.id}`)).status,
    ];
    expect(await statuses(hong)).toEqual([404, 404, 404]);
    await ask([hoanKiem]);
    for (const officer of [stranger, intake, nhan]) expect(await statuses(officer)).toEqual([404, 404, 404]);
    expect((await hong.browser.get(`/applications/${filed.id}`)).status).toBe(404);
    expect((await hong.browser.get(here())).status).toBe(200);
    const [seen] = await world.owner.query(
      `SELECT agency_id, actor_roles, what FROM audit.access_event WHERE actor_id = $1 AND case_id = $2`,
      [hong.id, filed.id],
    );
    expect(seen).toEqual({ agency_id: await agencyIn(hoanKiem), actor_roles: ['case'], what: 'case-file' });
    expect(await states()).toEqual(['open']);

    const key = newId();
    const twice = await Promise.all(
      [1, 2].map(() => hong.browser.postForm(`${here()}/answer`, { key, opinion: 'agrees' })),
    );
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect((await types()).filter((type) => type === 'answer-consultation')).toHaveLength(1);
    expect(await statuses(hong)).toEqual([404, 404, 404]);
    expect(await states()).toEqual(['agreed']);
  });

  test('is nobody once the applicant has withdrawn', async () => {
    await ask([hoanKiem]);
    await perform('withdraw', 'citizen');
    expect((await hong.browser.get(here())).status).toBe(404);
    await work();
    expect(await states()).toEqual(['closed']);
  });

  test('answers of two agencies at once are both kept', async () => {
    await ask([hoanKiem, saiGon]);
    const both = await Promise.all([hong, nhan].map((officer) => reply(officer, { opinion: 'agrees' })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await states()).toEqual(['agreed', 'agreed']);
    await work();
    expect(await found()).toMatchObject({ state: 'consulted' });
  });
});

describe('silence', () => {
  test('is agreement where the definition says so', async () => {
    await ask([hoanKiem, saiGon]);
    await reply(nhan, { opinion: 'agrees' });
    world.db.clock.set(at('2026-11-27 16:59'));
    expect(await sweepConsultations(worker)).toBe(0);
    world.db.clock.set(at('2026-11-27 17:00'));
    expect(await Promise.all([1, 2].map(() => sweepConsultations(worker)))).toContain(1);
    await work();
    expect(await states()).toEqual(['agreed', 'silent']);
    expect(await found()).toMatchObject({ state: 'consulted' });
  });

  test('elsewhere is told to the agency above, and the answer is still awaited', async () => {
    await begin('is-awaited');
    await ask([hoanKiem]);
    world.db.clock.set(at('2026-11-27 17:00'));
    expect(await sweepConsultations(worker)).toBe(1);
    expect(await sweepConsultations(worker)).toBe(0);
    await work();
    expect(await states()).toEqual(['open']);
    expect(await found()).toMatchObject({ state: 'consulting' });
    const [row] = await world.owner.query(
      `SELECT name_vi FROM applications.consultation c JOIN organisations.agency a ON a.id = superior_id
        WHERE application_id = $1`,
      [filed.id],
    );
    expect(row).toEqual({ name_vi: 'UBND thành phố Hà Nội' });
  });
});

test('a procedure of the national catalogue asks several agencies at once, who have the days that it states', async () => {
  world.db.clock.set(at('2026-11-20 10:05'));
  filed = await world.file({ code: '1.009645', answers: {} });
  await perform('accept', 'intake');
  await ask([hoanKiem, saiGon]);
  const asked = await consultationsOf(world.owner.manager, worker, filed.id);
  // Seven working days after Friday, 20 November.
  expect(asked.map(({ dueAt }) => dueAt.toISOString().slice(0, 10))).toEqual(['2026-12-01', '2026-12-01']);
  await reply(hong, { opinion: 'agrees', reason: '' });
  await reply(nhan, { opinion: 'agrees', reason: '' });
  await work();
  expect(await found()).toMatchObject({ code: '1.009645', state: 'consulted', status: 4 });
});
