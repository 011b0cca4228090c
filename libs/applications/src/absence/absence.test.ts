import { findAgency } from '#lib/organisations';
import { newId } from '#lib/platform';
import {
  createDeskWorld,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import { textIn } from '../draft/page-form.fixture.js';
import { standInsAt } from './absences-at.js';

let world: DeskWorld;
let agencyId: string;
let toan: OfficerAtWork;
let nga: OfficerAtWork;
let mai: OfficerAtWork;
let lien: OfficerAtWork;
let pua: OfficerAtWork;

beforeAll(async () => {
  world = await createDeskWorld();
  world.db.clock.set('2026-11-20T02:00:00Z');
  agencyId = (await findAgency(world.owner.manager, { communeCode: '00082' }))?.id ?? '';
  toan = await world.officer('Nguyễn Đức Toàn', 'case');
  nga = await world.officer('Vũ Thị Nga', 'case');
  mai = await world.officer('Trần Thanh Mai', 'intake');
  lien = await world.officer('Hoàng Thị Bích Liên', 'administrator');
  pua = await world.officer('Lò Văn Pua', 'administrator', hoanKiem);
});
afterAll(() => world?.close());
beforeEach(() =>
  world.owner.query('DELETE FROM applications.absence; DELETE FROM applications.assignment_rule'),
);

const dayFields = (prefix: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${prefix}-year`]: year, [`${prefix}-month`]: month, [`${prefix}-day`]: date };
};
const note = (
  by: OfficerAtWork,
  officer: OfficerAtWork,
  deputy: { id: string },
  from = '2026-11-23',
  until = '2026-11-25',
) =>
  by.browser.postForm('/absences', {
    agency: agencyId,
    officer: officer.id,
    deputy: deputy.id,
    ...dayFields('from', from),
    ...dayFields('until', until),
  });
const standIns = async (day: string) => [...(await standInsAt(world.owner.manager, agencyId, day))];
const noted = async (): Promise<{ id: string }[]> => world.owner.query('SELECT id FROM applications.absence');

test('an officer notes days away; on those days alone the deputy stands in, and both read it', async () => {
  const done = await note(toan, toan, nga);
  expect([done.status, done.headers.location]).toEqual([303, '/absences?done=noted']);
  expect(await standIns('2026-11-22')).toEqual([]);
  for (const day of ['2026-11-23', '2026-11-25']) expect(await standIns(day)).toEqual([[toan.id, nga.id]]);
  expect(await standIns('2026-11-26')).toEqual([]);
  for (const { browser } of [toan, nga, lien])
    expect(textIn((await browser.get('/absences')).text)).toContain('23/11/2026 đến 25/11/2026');
});

test('whoever holds the role beside another can stand in, and is offered', async () => {
  await world.owner.query(
    `INSERT INTO organisations.officer_role (id, officer_id, agency_id, role, valid_from, valid_until)
      VALUES ($1, $2, $3, 'intake', '2020-01-01', '2027-01-01')`,
    [newId(), nga.id, agencyId],
  );
  const page = textIn((await mai.browser.get('/absences')).text);
  expect(page).toContain(`${nga.name} · Thụ lý, Tiếp nhận`);
  expect(page).not.toContain(`${toan.name} ·`);
  expect((await note(mai, mai, nga)).status).toBe(303);
  await world.owner.query(
    `DELETE FROM organisations.officer_role WHERE officer_id = $1 AND role = 'intake'`,
    [nga.id],
  );
});

test('only they themselves and administrators of their agency note it or end it', async () => {
  for (const other of [nga, mai, pua]) expect((await note(other, toan, nga)).status).toBe(404);
  expect((await note(lien, toan, nga)).status).toBe(303);
  const [absence] = await noted();
  const end = (by: OfficerAtWork) => by.browser.postForm(`/absences/${absence?.id}/ending`, {});
  for (const other of [nga, mai, pua]) expect((await end(other)).status).toBe(404);
  expect((await end(toan)).status).toBe(303);
  expect((await end(toan)).status).toBe(404);
  expect((await pua.browser.get('/absences')).text).not.toContain(toan.name);
});

test('what has begun is ended as of today', async () => {
  await note(toan, toan, nga, '2026-11-19', '2026-11-30');
  const [absence] = await noted();
  await toan.browser.postForm(`/absences/${absence?.id}/ending`, {});
  expect(await standIns('2026-11-19')).toEqual([[toan.id, nga.id]]);
  expect(await standIns('2026-11-20')).toEqual([]);
});

test('a deputy holds the same role, is another, and is there: so no chain comes back', async () => {
  for (const deputy of [mai, toan, pua, { id: newId() }])
    expect((await note(toan, toan, deputy)).text).toContain('Người này không làm thay được');
  const both = await Promise.all([note(toan, toan, nga), note(nga, nga, toan)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  expect(both.find(({ status }) => status === 422)?.text).toContain('cũng vắng trong những ngày này');
  expect(await noted()).toHaveLength(1);
  const again = await note(lien, both[0]?.status === 303 ? toan : nga, both[0]?.status === 303 ? nga : toan);
  expect(again.text).toContain('Đã ghi ngày vắng trùng');
});

test.each([
  ['2026-11-31', '2026-12-01', 'Nhập ngày đầu tiên vắng'],
  ['2026-11-23', 'x', 'Nhập ngày cuối cùng vắng'],
  ['2026-11-23', '2026-11-22', 'phải từ ngày đầu tiên trở đi'],
  ['2026-11-01', '2026-11-19', 'Ngày cuối cùng đã qua'],
  ['2026-11-23', '2028-11-23', 'nhiều nhất một năm'],
])('days from %s to %s are not noted, and what was typed stays', async (from, until, words) => {
  const answer = await note(toan, toan, nga, from, until);
  expect([answer.status, textIn(answer.text).includes(words)]).toEqual([422, true]);
  expect(answer.text).toContain(`value="${from.slice(0, 4)}"`);
  expect(await noted()).toEqual([]);
});

const add = (by: OfficerAtWork, fields: Record<string, string> = {}) =>
  by.browser.postForm('/assignment/rules', {
    agency: agencyId,
    field: 'ho-tich',
    officers: toan.id,
    ...fields,
  });

test('rules are made and removed by administrators of the agency alone, of what its page offers', async () => {
  for (const other of [toan, mai, pua]) expect((await add(other)).status).toBe(404);
  for (const wrong of [{ field: 'x' }, { officers: pua.id }, { commune: '00070' }])
    expect((await add(lien, wrong)).status).toBe(400);
  expect((await add(lien)).headers.location).toBe('/assignment?done=added');
  const page = textIn((await lien.browser.get('/assignment?done=added')).text);
  for (const words of ['Đã thêm quy tắc', 'Hộ tịch', toan.name]) expect(page).toContain(words);
  const [made]: { id: string }[] = await world.owner.query('SELECT id FROM applications.assignment_rule');
  const remove = (by: OfficerAtWork) => by.browser.postForm(`/assignment/rules/${made?.id}/removal`, {});
  for (const other of [toan, mai, pua]) expect((await remove(other)).status).toBe(404);
  expect((await remove(lien)).status).toBe(303);
  expect(await world.owner.query('SELECT id FROM applications.assignment_rule')).toEqual([]);
});
