import { findAgency } from '#lib/organisations';
import { newId } from '#lib/platform';
import {
  createDeskWorld,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import type { Filed } from '../../../../test/file-application.js';
import { putUnder } from '../../../../test/put-under.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { textIn } from '../draft/page-form.fixture.js';
import { applicationTasks } from '../outbox/tasks.js';

let world: DeskWorld;
let there: string;
let mai: OfficerAtWork;
let toan: OfficerAtWork;
let pua: OfficerAtWork;
let lien: OfficerAtWork;
let filed: Filed;

beforeAll(async () => {
  world = await createDeskWorld();
  there = (await findAgency(world.owner.manager, { communeCode: hoanKiem }))?.id ?? '';
  mai = await world.officer('Trần Thanh Mai', 'intake');
  toan = await world.officer('Nguyễn Đức Toàn', 'case');
  pua = await world.officer('Lò Văn Pua', 'intake', hoanKiem);
  lien = await world.officer('Hoàng Thị Bích Liên', 'administrator');
});
afterAll(() => world?.close());
beforeEach(async () => {
  filed = await world.file();
});

const path = () => `/applications/${filed.id}/transfer`;
const found = () => world.owner.getRepository(Application).findOneByOrFail({ id: filed.id });
const events = () => readEvents(world.desk.database.manager, world.desk, filed.id);
const reason = 'Trẻ sinh và cư trú ở phường Hoàn Kiếm.';
const pass = (by: OfficerAtWork, fields: Record<string, string> = {}) =>
  by.browser.postForm(path(), {
    version: '1',
    key: newId(),
    agency: there,
    words: 'hoan kiem',
    reason,
    ...fields,
  });

test('an application goes to the agency responsible: its clock runs on, its officer is gone, the citizen reads why', async () => {
  await world.owner.query('UPDATE applications.application SET assigned_to = $2 WHERE id = $1', [
    filed.id,
    toan.id,
  ]);
  const before = await found();
  const search = await mai.browser.get(`${path()}?words=hoan+kiem`);
  expect(textIn(search.text)).toContain('UBND phường Hoàn Kiếm');
  expect(textIn(search.text)).not.toContain('Công an phường Hoàn Kiếm');
  const done = await pass(mai);
  expect([done.status, done.headers.location]).toEqual([303, `/transfers?done=${filed.id}`]);
  const { dueAt, clockStartedAt, state, status } = before;
  expect(await found()).toMatchObject({
    agencyId: there,
    assignedTo: null,
    version: 2,
    dueAt,
    clockStartedAt,
    state,
    status,
  });
  const all = await events();
  expect(chainHolds(all)).toBe(true);
  expect(all[1]).toMatchObject({
    type: 'transfer',
    agencyId: before.agencyId,
    details: { reason, told: 'inbox' },
  });
  const worker = await world.db.platform('worker');
  await applicationTasks(worker)['inbox-entry']?.(
    { applicationId: filed.id, sequence: 2, type: 'transfer' },
    undefined as never,
  );
  const [entry] = await world.owner.query(
    'SELECT title, body FROM notifications.inbox_entry WHERE about_id = $1',
    [filed.id],
  );
  expect(entry.title.vi).toBe('Hồ sơ được chuyển đến cơ quan có thẩm quyền: UBND phường Hoàn Kiếm');
  const [deadline] = await world.owner.query(
    'SELECT count(*)::int AS rows FROM applications.deadline WHERE application_id = $1',
    [filed.id],
  );
  expect(deadline.rows).toBe(1);
});

test('afterwards the old agency reads that it went and where, no more; the new one has it', async () => {
  await pass(mai);
  const left = await mai.browser.get(`/applications/${filed.id}`);
  expect([left.status, left.headers.location]).toEqual([303, `/transfers?opened=${filed.id}`]);
  const list = (await toan.browser.get(`/transfers?opened=${filed.id}`)).text;
  for (const words of ['UBND phường Hoàn Kiếm', reason, 'Bạn không còn xem được nội dung'])
    expect(textIn(list)).toContain(words);
  expect(list).not.toContain('Phạm Thị Lan');
  for (const rest of ['', '/acts/accept', '/assignment', '/transfer', '/messages', '/notes', '/workflow'])
    expect((await toan.browser.get(`/applications/${filed.id}${rest}`)).text).not.toContain('Phạm Thị Lan');
  expect((await mai.browser.get('/')).text).not.toContain(filed.id);
  expect(textIn((await pua.browser.get(`/applications/${filed.id}`)).text)).toContain('Phạm Thị Lan');
  expect((await pua.browser.get('/transfers')).text).not.toContain(filed.number.slice(-4));
});

test('only who handles applications of the agency passes one on', async () => {
  for (const stranger of [pua, lien]) {
    expect((await stranger.browser.get(path())).status).toBe(404);
    expect((await pass(stranger)).status).toBe(404);
  }
  expect((await pass(toan)).status).toBe(303);
});

test('it goes to no agency that does not handle the procedure, and to none without a reason', async () => {
  const own = (await findAgency(world.owner.manager, { communeCode: '00082' }))?.id ?? '';
  const police = (await findAgency(world.owner.manager, { communeCode: hoanKiem, body: 'police' }))?.id ?? '';
  const province = (await findAgency(world.owner.manager, { provinceCode: '01' }))?.id ?? '';
  for (const agency of [own, police, province, newId()]) {
    const refused = await pass(mai, { agency });
    expect([refused.status, textIn(refused.text).includes('Cơ quan này không giải quyết')]).toEqual([
      422,
      true,
    ]);
    expect(refused.text).toContain(reason);
  }
  expect((await pass(mai, { agency: '' })).text).toContain('Chọn cơ quan nhận hồ sơ');
  expect((await pass(mai, { reason: '  ' })).text).toContain('Nhập lý do');
  expect((await found()).version).toBe(1);
});

test('posted twice it is one act; two who pass it on in one instant: one does, the other is told', async () => {
  const key = newId();
  const together = await Promise.all(Array.from({ length: 12 }, () => pass(mai, { key })));
  expect(together.filter(({ status }) => status !== 303)).toEqual([]);
  expect((await pass(mai, { key })).status).toBe(303);
  expect(await events()).toHaveLength(2);
  filed = await world.file();
  const both = await Promise.all([pass(mai), pass(toan)]);
  expect(both.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(await events()).toHaveLength(2);
});

test('what is decided or about another application stays, and only who has a say is offered to move it', async () => {
  const links = async ({ browser }: OfficerAtWork) => {
    const { text } = await browser.get(`/applications/${filed.id}`);
    return ['assignment', 'transfer'].filter((link) => text.includes(`/${filed.id}/${link}"`));
  };
  expect(await links(mai)).toEqual(['transfer']);
  expect(await links(toan)).toEqual(['assignment', 'transfer']);
  await world.owner.query(
    `UPDATE applications.application SET state = '"decided"', status = 9, waits_for = 'system' WHERE id = $1`,
    [filed.id],
  );
  expect([await links(mai), await links(toan)]).toEqual([[], []]);
  for (const shown of [await pass(mai), await mai.browser.get(path())])
    expect(textIn(shown.text)).toContain('Hồ sơ đã có kết quả giải quyết');
  filed = await world.file();
  await putUnder(world.owner, world.desk, filed.id, (definition) => ({ ...definition, authority: 'linked' }));
  expect(await links(toan)).toEqual(['assignment']);
  expect(textIn((await pass(mai)).text)).toContain('Hồ sơ này không chuyển đi được');
  expect((await mai.browser.get(path())).text).not.toContain('name="words"');
});

test('an application about which another agency is being asked is not passed on', async () => {
  await world.owner.query(
    `INSERT INTO applications.consultation (application_id, sequence, agency_id, question_sealed, asked_at, due_at, silence, state)
      VALUES ($1, 1, $2, '', now(), now(), 'is-awaited', 'open')`,
    [filed.id, there],
  );
  const refused = await pass(mai);
  expect([refused.status, textIn(refused.text).includes('Chưa chuyển được hồ sơ lúc này')]).toEqual([
    422,
    true,
  ]);
});
