import { publishRevision, revisionById } from '#lib/catalogue';
import { newId } from '#lib/platform';
import {
  createDeskWorld,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import { type Filed, lan } from '../../../../test/file-application.js';
import { noteAsPerson } from '../../../../test/known-officer.js';
import { Application } from '../application/application.entity.js';
import { hiddenIn, textIn } from '../draft/page-form.fixture.js';

let world: DeskWorld;
let mai: OfficerAtWork;
let toan: OfficerAtWork;
let an: OfficerAtWork;
let lien: OfficerAtWork;
let pua: OfficerAtWork;
let filed: Filed[];

beforeAll(async () => {
  world = await createDeskWorld();
  mai = await world.officer('Trần Thanh Mai', 'intake');
  toan = await world.officer('Nguyễn Đức Toàn', 'case');
  an = await world.officer('Phan Thị Hoài An', 'approver');
  lien = await world.officer('Hoàng Thị Bích Liên', 'administrator');
  pua = await world.officer('Lò Văn Pua', 'intake', hoanKiem);
});
afterAll(() => world?.close());
beforeEach(async () => {
  filed = [await world.file(), await world.file(), await world.file()];
});

const found = (id: string) => world.owner.getRepository(Application).findOneByOrFail({ id });
/** Ticks these in a list and presses the button, as a browser without JavaScript posts it. */
const choose = (by: OfficerAtWork, act: string, some = filed.map(({ id }) => `${id}/1`)) =>
  by.browser.postForm('/batches', { act, application: some });
const batchOf = async (by: OfficerAtWork, act: string, some?: string[]) =>
  (await choose(by, act, some)).headers.location ?? '';
const rowsOf = (page: string) =>
  [...page.matchAll(/<tr role="row" class="queue__row.*?<\/tr>/g)].map(([row]) =>
    row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '),
  );
const accept = (id: string) =>
  mai.browser.postForm(`/applications/${id}/acts/accept`, { version: '1', key: newId() });

test('what is chosen in the queue is looked at, confirmed, and told one by one, also after a reload', async () => {
  const queue = (await mai.browser.get('/')).text;
  expect(queue).toContain(`value="${filed[0]?.id}/1"`);
  const batch = await batchOf(mai, 'receive');
  const page = await mai.browser.get(batch);
  expect(textIn(page.text)).toContain('Bạn đã chọn 3 hồ sơ');
  expect(page.text).not.toContain('Phạm Thị Lan');
  for (const { id } of filed) expect((await found(id)).version).toBe(1);
  const done = await mai.browser.postForm(batch, hiddenIn(page.text));
  expect([done.status, done.headers.location]).toEqual([303, batch]);
  for (const { id } of filed) expect(await found(id)).toMatchObject({ state: 'received', version: 2 });
  for (let reload = 0; reload < 2; reload += 1)
    expect(textIn((await mai.browser.get(batch)).text)).toContain('Đã xong 3 hồ sơ.');
});

test('each has an outcome of its own: done, changed meanwhile, refused with words why', async () => {
  const [first, second, third] = filed as [Filed, Filed, Filed];
  await accept(second.id);
  await accept(third.id);
  const batch = await batchOf(mai, 'receive', [`${first.id}/1`, `${second.id}/1`, `${third.id}/2`]);
  expect(rowsOf((await mai.browser.get(batch)).text)[1]).toContain('Vừa thay đổi');
  await mai.browser.postForm(batch, {});
  const rows = rowsOf((await mai.browser.get(batch)).text);
  expect(rows[0]).toContain('Đã xong');
  expect(rows[1]).toContain('Vừa thay đổi');
  expect(rows[2]).toContain('Không làm được');
  expect(rows[2]).toContain('Hồ sơ không ở bước này');
  expect((await found(second.id)).version).toBe(2);
});

test('confirmed twice, also in one instant, it is one act each; one that was interrupted goes on', async () => {
  const batch = await batchOf(mai, 'receive');
  await Promise.all([mai.browser.postForm(batch, {}), mai.browser.postForm(batch, {})]);
  await world.owner.query(`UPDATE applications.batch_item SET outcome = NULL WHERE batch_id = $1`, [
    batch.slice(9),
  ]);
  expect(textIn((await mai.browser.get(batch)).text)).toContain('Làm tiếp hồ sơ chưa xong');
  await mai.browser.postForm(batch, {});
  for (const { id } of filed) expect((await found(id)).version).toBe(2);
  expect(textIn((await mai.browser.get(batch)).text)).toContain('Đã xong 3 hồ sơ.');
});

test('who decides gives many to one officer; an administrator does from their room, without opening any', async () => {
  const batch = await batchOf(an, 'assign');
  const missing = await an.browser.postForm(batch, { officer: mai.id });
  expect([missing.status, textIn(missing.text).includes('Chọn cán bộ nhận hồ sơ')]).toEqual([422, true]);
  await an.browser.postForm(batch, { officer: toan.id });
  for (const { id } of filed) expect((await found(id)).assignedTo).toBe(toan.id);
  const another = await world.file();
  const room = (await lien.browser.get('/assignment')).text;
  expect(room).toContain(`value="${another.id}/1"`);
  expect(room).not.toContain('Phạm Thị Lan');
  const byLien = await batchOf(lien, 'assign', [`${another.id}/1`]);
  await lien.browser.postForm(byLien, { officer: toan.id });
  expect((await found(another.id)).assignedTo).toBe(toan.id);
});

test('nobody does by the hundred what they may not do to one', async () => {
  for (const [officer, act, words] of [
    [toan, 'receive', 'Hồ sơ không ở bước này'],
    [lien, 'receive', 'Hồ sơ không thuộc nhiệm vụ của bạn'],
    [mai, 'assign', 'Không'],
    [mai, 'return-result', 'Hồ sơ không ở bước này'],
  ] as const) {
    const batch = await batchOf(officer, act);
    await officer.browser.postForm(batch, { officer: toan.id });
    for (const row of rowsOf((await officer.browser.get(batch)).text)) expect(row).toContain(words);
  }
  for (const { id } of filed) expect(await found(id)).toMatchObject({ version: 1, assignedTo: null });
  const theirs = await batchOf(mai, 'receive');
  for (const other of [toan, pua, lien]) {
    expect((await other.browser.get(theirs)).status).toBe(404);
    expect((await other.browser.postForm(theirs, {})).status).toBe(404);
  }
  // What is with another agency does not exist.
  expect((await choose(pua, 'receive')).status).toBe(422);
});

test('one’s own matter is left to another, the others are done', async () => {
  const hen = await world.file({ applicant: { fullName: 'H’Hen Niê', idNumber: '066190000001' } });
  await noteAsPerson(world.owner.manager, world.desk, mai.id, {
    idNumber: lan.idNumber,
    household: [],
  });
  const batch = await batchOf(mai, 'receive', [`${filed[0]?.id}/1`, `${hen.id}/1`]);
  const before = rowsOf((await mai.browser.get(batch)).text);
  expect(before.map((row) => row.includes('Sẵn sàng'))).toEqual([false, true]);
  expect(before[0]).toContain('người trong gia đình bạn');
  await mai.browser.postForm(batch, {});
  const rows = rowsOf((await mai.browser.get(batch)).text);
  expect(rows.map((row) => row.includes('Đã xong'))).toEqual([false, true]);
  await world.owner.query('DELETE FROM organisations.officer_identity');
});

test('nothing chosen, nonsense, and more than a hundred are refused in words', async () => {
  expect((await choose(mai, 'receive', [])).text).toContain('Bạn chưa chọn hồ sơ nào');
  for (const nonsense of [['x'], [`${filed[0]?.id}/0`], [`${filed[0]?.id}/99999999999`]])
    expect((await choose(mai, 'receive', nonsense)).status).toBe(422);
  expect((await choose(mai, 'burn')).status).toBe(400);
  const many = Array.from({ length: 101 }, () => `${newId()}/1`);
  const refused = await choose(mai, 'receive', many);
  expect([refused.status, textIn(refused.text).includes('nhiều nhất 100 hồ sơ, bạn đã chọn 101')]).toEqual([
    422,
    true,
  ]);
});

test('results are returned where the workflow leaves that to an officer', async () => {
  const { manager } = world.owner;
  const [first] = filed as [Filed];
  const { definition } = await revisionById(manager, (await found(first.id)).revisionId);
  const workflow = structuredClone(definition.workflow);
  const { decided } = workflow.states;
  if (!decided?.on?.deliver) throw new Error('Nothing is delivered');
  Object.assign(decided, {
    waitsFor: 'officer',
    noDeadline: workflow.states['supplement-at-case']?.noDeadline,
  });
  const label = { vi: 'Trả kết quả', en: 'Return the result', fr: 'Remettre le résultat' };
  Object.assign(decided.on.deliver, { by: ['intake'], label });
  const { id } = await publishRevision(manager, { ...definition, workflow }, world.db.clock.now());
  await world.owner.query(
    `UPDATE applications.application SET revision_id = $2, state = '"decided"', status = 9 WHERE id = $1`,
    [first.id, id],
  );
  const batch = await batchOf(mai, 'return-result', [`${first.id}/1`]);
  await mai.browser.postForm(batch, {});
  expect(await found(first.id)).toMatchObject({ state: 'returned', status: 10, version: 2 });
});
