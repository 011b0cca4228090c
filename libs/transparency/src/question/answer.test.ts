import { recordAccess } from '#lib/audit';
import { findAgency } from '#lib/organisations';
import { newId } from '#lib/platform';
import {
  createDeskWorld,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import { textIn } from '../../../applications/src/draft/page-form.fixture.js';
import { askAboutAccess } from './ask-about-access.js';

let world: DeskWorld;
let binh: OfficerAtWork;
let mai: OfficerAtWork;
let personId: string;

beforeAll(async () => {
  world = await createDeskWorld();
  world.db.clock.set('2026-11-20T03:05:00Z');
  binh = await world.officer('Nguyễn Thị Thanh Bình', 'auditor');
  mai = await world.officer('Trần Thanh Mai', 'intake');
  personId = (await world.file()).personId;
});
afterAll(() => world?.close());

/** An officer of phường Cửa Nam looks, and the citizen asks why. Returns the id of the question. */
async function asked(actorId = mai.id): Promise<{ id: string; accessId: string }> {
  world.db.clock.advance(1000);
  const agency = await findAgency(world.owner.manager, { communeCode: '00082' });
  const caseId = newId();
  await recordAccess(world.desk.database.manager, [
    {
      at: world.db.clock.now(),
      actorKind: 'officer',
      actorId,
      actorRoles: ['intake'],
      agencyId: agency?.id ?? '',
      purpose: 'case-handling',
      subjectPersonId: personId,
      caseId,
      what: 'case-file',
    },
  ]);
  const [access] = await world.owner.query('SELECT id FROM audit.access_event WHERE case_id = $1', [caseId]);
  const text = 'Vì sao cán bộ mở hồ sơ của tôi?';
  await askAboutAccess(world.portal.database.manager, world.portal, { personId, accessId: access.id, text });
  const [question] = await world.owner.query(
    'SELECT id FROM transparency.access_question WHERE access_id = $1',
    [access.id],
  );
  return { id: question.id, accessId: access.id };
}

const answer = (by: OfficerAtWork, id: string, text = 'Để thụ lý hồ sơ của bạn.') =>
  by.browser.postForm(`/questions/${id}/answer`, { answer: text });
const inbox = (aboutId: string) =>
  world.owner.query('SELECT * FROM notifications.inbox_entry WHERE about_id = $1', [aboutId]);

test('an auditor of the agency sees the question with who looked, and answers it; the person is told once', async () => {
  const { id, accessId } = await asked();
  expect(textIn((await binh.browser.get('/questions')).text)).toContain('Vì sao cán bộ mở hồ sơ của tôi?');
  expect(textIn((await binh.browser.get(`/questions/${id}`)).text)).toContain('Trần Thanh Mai');
  expect((await answer(binh, id)).headers.location).toBe('/questions?done=answered');
  expect(await inbox(id)).toMatchObject([{ person_id: personId, href: `/account/accesses/${accessId}` }]);
  expect((await answer(binh, id, 'Lần nữa')).headers.location).toBe(
    `/questions/${id}?refused=question-answered-already`,
  );
  expect(await inbox(id)).toHaveLength(1);
  expect((await binh.browser.get(`/questions/${id}`)).text).toContain('Để thụ lý hồ sơ của bạn.');
});

test('two auditors answering in the same instant give one answer', async () => {
  const second = await world.officer('Vũ Thị Hậu', 'auditor');
  const { id } = await asked();
  const both = await Promise.all([answer(binh, id, 'Một'), answer(second, id, 'Hai')]);
  expect(both.filter(({ headers }) => headers.location === '/questions?done=answered')).toHaveLength(1);
  expect(await inbox(id)).toHaveLength(1);
});

test('nobody answers for their own look', async () => {
  const { id } = await asked(binh.id);
  expect((await answer(binh, id)).headers.location).toBe(`/questions/${id}?refused=own-access`);
  expect(await inbox(id)).toEqual([]);
});

test('an empty answer is none', async () => {
  const { id } = await asked();
  const sent = await answer(binh, id, ' \n');
  expect([sent.status, sent.text]).toEqual([422, expect.stringContaining('data-code="question-empty"')]);
  const book = 'a'.repeat(2001);
  expect((await answer(binh, id, book)).text).toContain(`${book}</textarea>`);
});

test('where an agency has no auditor any more, those of elsewhere answer: no question waits for nobody', async () => {
  const { id } = await asked();
  const elsewhere = await world.officer('Sùng Thị Mỷ', 'auditor', hoanKiem);
  const ended = (officerId: string, until: Date | null) =>
    world.owner.query(
      `UPDATE organisations.officer_role SET valid_until = $2 WHERE role = 'auditor' AND officer_id <> $1
          AND valid_from < '2021-01-01'`,
      [officerId, until],
    );
  await ended(elsewhere.id, world.db.clock.now());
  expect(textIn((await elsewhere.browser.get('/questions')).text)).toContain('Vì sao');
  expect((await answer(elsewhere, id)).headers.location).toBe('/questions?done=answered');
  await ended(elsewhere.id, null);
});

test('once it is late, the auditors of the agency above see it and answer, too', async () => {
  const { id } = await asked();
  const province = await findAgency(world.owner.manager, { provinceCode: '01' });
  const above = await world.officer('Tạ Thị Ngân', 'auditor', hoanKiem);
  await world.owner.query('UPDATE organisations.officer_role SET agency_id = $2 WHERE officer_id = $1', [
    above.id,
    province?.id,
  ]);
  expect((await above.browser.get(`/questions/${id}`)).status).toBe(404);
  await world.owner.query('UPDATE transparency.access_question SET due_at = $2 WHERE id = $1', [
    id,
    new Date(world.db.clock.now().getTime() - 1),
  ]);
  const elsewhere = await world.officer('Mùa A Páo', 'auditor', hoanKiem);
  expect((await elsewhere.browser.get(`/questions/${id}`)).status).toBe(404);
  expect(textIn((await above.browser.get('/questions')).text)).toContain('Đã quá hạn trả lời');
  expect(textIn((await binh.browser.get('/questions')).text)).toContain('Đã quá hạn trả lời');
  expect((await answer(above, id)).headers.location).toBe('/questions?done=answered');
});

test('to officers without the role, and to auditors of elsewhere, the question does not exist', async () => {
  const { id } = await asked();
  const elsewhere = await world.officer('Lý Thị Xuân', 'auditor', hoanKiem);
  for (const officer of [mai, elsewhere]) {
    expect((await officer.browser.get(`/questions/${id}`)).status).toBe(404);
    expect((await answer(officer, id)).status).toBe(404);
  }
  expect((await mai.browser.get('/questions')).status).toBe(404);
  expect(textIn((await elsewhere.browser.get('/questions')).text)).not.toContain('Vì sao');
  expect(await inbox(id)).toEqual([]);
});
