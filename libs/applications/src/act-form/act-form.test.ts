import { namedWorkflow } from '#lib/catalogue';
import { appointOfficer, findAgency } from '#lib/organisations';
import { newId } from '#lib/platform';
import type { StateValue } from '#lib/workflow';
import { cutAt } from '../../../../test/cut-at.js';
import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import type { Filed } from '../../../../test/file-application.js';
import { putUnder } from '../../../../test/put-under.js';
import { performAct } from '../act/perform-act.js';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { hiddenIn, sentAgain } from '../draft/page-form.fixture.js';

let world: DeskWorld;
let toan: OfficerAtWork;
let hieu: OfficerAtWork;
let filed: Filed;

/** A complaint, as the shipped workflow has it, under the form of a birth registration. */
beforeAll(async () => {
  world = await createDeskWorld();
  toan = await world.officer('Nguyễn Đức Toàn', 'case');
  hieu = await world.officer('Vũ Minh Hiếu', 'approver');
  filed = await world.file();
  const workflow = namedWorkflow('complaint');
  await putUnder(world.owner, world.desk, filed.id, (definition) => ({ ...definition, workflow }));
});
afterAll(() => world?.close());

const path = (event: string) => `/applications/${filed.id}/acts/${event}`;
const caseFile = async (officer = toan) => (await officer.browser.get(`/applications/${filed.id}`)).text;
const found = () => world.owner.getRepository(Application).findOneByOrFail({ id: filed.id });
const minutes = Buffer.from('%PDF-1.7\n% biên bản\n%%EOF\n');

async function standAt(state: StateValue): Promise<void> {
  await world.owner.query(`UPDATE applications.application SET state = $2 WHERE id = $1`, [
    filed.id,
    JSON.stringify(state),
  ]);
}

async function open(officer: OfficerAtWork, event: string): Promise<Record<string, string>> {
  return hiddenIn((await officer.browser.get(path(event))).text);
}

test('what an act asks along with it is asked on its page, mended there, kept, and read in the history', async () => {
  await standAt('verifying');
  const fields = await open(toan, 'record-verification');
  const empty = await toan.browser.postForm(path('record-verification'), fields);
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('href="#verificationFindings"');
  expect(empty.text).toContain('Chọn tệp: Báo cáo kết quả xác minh');

  const typed = { ...fields, verificationFindings: 'Quyết định đúng thẩm quyền.' };
  const without = await toan.browser.postForm(path('record-verification'), typed);
  expect(without.status).toBe(422);
  expect(without.text).toContain('Quyết định đúng thẩm quyền.');

  const script = Buffer.from('#!/bin/sh');
  const wrong = await toan.browser.postFile(path('record-verification'), typed, 'báo cáo.sh', script);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('href="#file"');
  expect(wrong.text).toContain('Quyết định đúng thẩm quyền.');

  const send = () => toan.browser.postFile(path('record-verification'), typed, 'báo cáo.pdf', minutes);
  const cut = await cutAt(world.owner, 'applications.event', send);
  expect(cut.status).toBe(503);
  const withoutFile = await toan.browser.postForm(path('record-verification'), sentAgain(cut.text));
  expect(withoutFile.status).toBe(422);
  expect(withoutFile.text).toContain('Tệp đã chọn chưa được gửi');
  expect(withoutFile.text).toContain('Quyết định đúng thẩm quyền.');

  expect((await send()).headers.location).toBe(`/applications/${filed.id}?done=2`);
  expect((await send()).headers.location).toBe(`/applications/${filed.id}?done=2`);
  const said = await caseFile();
  expect(said).toContain('Kết quả xác minh: Quyết định đúng thẩm quyền.');
  const [, paper = ''] =
    /attachments\/([0-9a-f-]{36})/.exec(said.slice(said.indexOf('báo cáo.pdf') - 200)) ?? [];
  const opened = await toan.browser.get(`/applications/${filed.id}/attachments/${paper}`);
  expect([opened.status, opened.headers['content-type']]).toEqual([200, 'application/pdf']);
  const [{ n }] = await world.owner.query(
    'SELECT count(*)::int AS n FROM documents.attachment WHERE case_id = $1',
    [filed.id],
  );
  expect(n).toBe(1);
});

test('whoever proposed does not decide, and is told so before and after', async () => {
  await appointOfficer(world.owner.manager, {
    staffNumber: 'T1',
    fullName: toan.name,
    role: 'approver',
    agencyId: (await found()).agencyId,
    at: new Date('2020-01-01T00:00:00Z'),
  });
  await standAt('heard');
  const fields = await open(toan, 'propose');
  const proposal = { outcome: 'grant', reason: 'Khiếu nại đúng một phần.' };
  await toan.browser.postForm(path('propose'), { ...fields, ...proposal });
  expect((await found()).state).toBe('awaiting-decision');
  expect(await caseFile(toan)).not.toContain(path('decide'));
  expect(await caseFile(hieu)).toContain(path('decide'));
  const decide = async (officer: { id: string }) =>
    performAct(world.desk.database.manager, world.desk, {
      applicationId: filed.id,
      event: 'decide',
      version: (await found()).version,
      idempotencyKey: newId(),
      actor: { kind: 'officer', id: officer.id, name: 'Ai Đó' },
      as: ['approver'],
      purpose: 'case-handling',
      details: { outcome: 'grant' },
    });
  await expect(decide(toan)).rejects.toMatchObject({ code: 'same-person-again', status: 403 });
  await decide(hieu);
  expect((await found()).state).toBe('decided');
});

test('an officer of the agency above opens a case while it has something for them, and acts in its name', async () => {
  const above = await findAgency(world.owner.manager, { provinceCode: '01' });
  const lan = await world.officer('Đặng Ngọc Lan', 'intake');
  await world.owner.query(
    `UPDATE organisations.officer_role SET agency_id = $2, role = 'approver' WHERE officer_id = $1`,
    [lan.id, above?.id],
  );
  await standAt('verifying');
  expect((await lan.browser.get(`/applications/${filed.id}`)).status).toBe(404);
  await standAt('acceptance-late');
  const page = await caseFile(lan);
  expect(page).toContain(path('direct'));
  expect(page).not.toContain(path('accept'));
  const fields = await open(lan, 'direct');
  await lan.browser.postForm(path('direct'), { ...fields, reason: 'Thụ lý ngay trong hôm nay.' });
  const [last] = (await readEvents(world.desk.database.manager, world.desk, filed.id)).slice(-1);
  expect(last).toMatchObject({
    type: 'direct',
    agencyId: above?.id,
    details: { agencyName: { vi: above?.nameVi } },
  });
  expect(await caseFile()).toContain(`Cán bộ, ${above?.nameVi}`);
});
