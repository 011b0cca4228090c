import { representedBehind } from '#lib/identity';
import { findAgency } from '#lib/organisations';
import { newId, type Platform } from '#lib/platform';
import { actOn } from '../../../../test/act-on.js';
import {
  createDeskWorld,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import { type Filed, lan } from '../../../../test/file-application.js';
import { noteAsPerson } from '../../../../test/known-officer.js';
import { recordAct } from '../act/record-act.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { hiddenIn, textIn } from '../draft/page-form.fixture.js';
import { followUp } from '../outbox/follow-up.js';
import { assignByHand, takeOver } from './assign.js';
import { unassignEnded } from './unassign-ended.js';

let world: DeskWorld;
let worker: Platform;
let agencyId: string;
let mai: OfficerAtWork;
let toan: OfficerAtWork;
let nga: OfficerAtWork;
let an: OfficerAtWork;
let lien: OfficerAtWork;
let filed: Filed;

beforeAll(async () => {
  world = await createDeskWorld();
  worker = await world.db.platform('worker');
  agencyId = (await findAgency(world.owner.manager, { communeCode: '00082' }))?.id ?? '';
  mai = await world.officer('Trần Thanh Mai', 'intake');
  toan = await world.officer('Nguyễn Đức Toàn', 'case');
  nga = await world.officer('Vũ Thị Nga', 'case');
  an = await world.officer('Phan Thị Hoài An', 'approver');
  lien = await world.officer('Hoàng Thị Bích Liên', 'administrator');
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.owner.query('DELETE FROM applications.assignment_rule; DELETE FROM applications.absence');
  await world.owner.query('UPDATE applications.application SET assigned_to = NULL');
  filed = await world.file();
});

const found = (id = filed.id) => world.owner.getRepository(Application).findOneByOrFail({ id });
const events = () => readEvents(world.desk.database.manager, world.desk, filed.id);
const path = () => `/applications/${filed.id}/assignment`;
const post = async (officer: OfficerAtWork, fields: Record<string, string>) => {
  const { version } = await found();
  return officer.browser.postForm(path(), { version: String(version), key: newId(), ...fields });
};
const rule = (more: Record<string, unknown> = {}) =>
  world.owner.query(`INSERT INTO applications.assignment_rule VALUES ($1, $2, $3, $4, $5, $6, now())`, [
    newId(),
    agencyId,
    more.commune ?? null,
    more.field ?? null,
    more.officers ?? [],
    lien.id,
  ]);
const away = (officer: OfficerAtWork, deputy: OfficerAtWork, from: string, until: string) =>
  world.owner.query(`INSERT INTO applications.absence VALUES ($1, $2, $3, $4, $5, $6, $3, now())`, [
    newId(),
    agencyId,
    officer.id,
    deputy.id,
    from,
    until,
  ]);
const followed = (id = filed.id) => followUp(worker, { applicationId: id, sequence: 1, type: 'file' });
const give = async (officer: OfficerAtWork, { id } = filed) => {
  const application = await found(id);
  await recordAct(world.desk.database.manager, world.desk, {
    applicationId: id,
    type: 'assign',
    version: application.version,
    idempotencyKey: newId(),
    actor: { kind: 'officer', id: an.id, name: an.name },
    purpose: 'case-handling',
    details: { assignee: officer.name },
    change: { assignedTo: officer.id },
  });
};

test('two officers who take the same application in one instant: one gets it, the other reads who did, each time', async () => {
  const both = [toan, nga];
  for (let round = 0; round < 100; round += 1) {
    await world.owner.query('UPDATE applications.application SET assigned_to = NULL');
    const application = await found();
    const { version } = application;
    const taken = await Promise.allSettled(
      both.map((officer) =>
        takeOver(world.desk.database.manager, world.desk, {
          application,
          officer: { id: officer.id, name: officer.name, roles: [] },
          version,
          idempotencyKey: newId(),
          reason: '',
        }),
      ),
    );
    expect(taken.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const winner = both[taken.findIndex(({ status }) => status === 'fulfilled')];
    expect(await found()).toMatchObject({ assignedTo: winner?.id, version: version + 1 });
  }
  await world.owner.query('UPDATE applications.application SET assigned_to = NULL');
  const fields = { act: 'take-over', version: '101' };
  const answers = await Promise.all(
    both.map(({ browser }) => browser.postForm(path(), { ...fields, key: newId() })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  const [winner, loser] = answers[0]?.status === 303 ? [toan, answers[1]] : [nga, answers[0]];
  expect(textIn(loser?.text ?? '')).toContain(`${winner.name} nhận xử lý hồ sơ`);
  expect(chainHolds(await events())).toBe(true);
}, 60_000);

test('taking on posted twice is one act; somebody else’s is taken with a reason that colleagues alone read', async () => {
  const key = newId();
  for (let twice = 0; twice < 2; twice += 1)
    expect(
      (await toan.browser.postForm(path(), { act: 'take-over', version: '1', key })).headers.location,
    ).toBe(`/applications/${filed.id}?done=2`);
  const without = await post(nga, { act: 'take-over' });
  expect([without.status, textIn(without.text).includes('Nhập lý do')]).toEqual([422, true]);
  expect((await post(nga, { act: 'take-over', reason: 'Anh Toàn nghỉ ốm.' })).status).toBe(303);
  expect(await found()).toMatchObject({ assignedTo: nga.id, version: 3 });
  const last = (await events()).at(-1);
  expect(last?.details).toMatchObject({ told: 'officers', reason: 'Anh Toàn nghỉ ốm.' });
  const page = textIn((await mai.browser.get(`/applications/${filed.id}`)).text);
  expect(page).toContain('Vũ Thị Nga nhận xử lý hồ sơ');
  expect(page).toContain('Anh Toàn nghỉ ốm.');
});

test('who works on it gives it back with a reason, and nobody else does', async () => {
  await give(toan);
  expect((await post(nga, { act: 'give-back', reason: 'x' })).status).toBe(403);
  expect((await post(toan, { act: 'give-back', reason: ' ' })).status).toBe(422);
  expect((await post(toan, { act: 'give-back', reason: 'Quá nhiều việc.' })).status).toBe(303);
  expect((await found()).assignedTo).toBeNull();
  await rule({ officers: [toan.id] });
  await followUp(worker, { applicationId: filed.id, sequence: 0, type: '' });
  expect((await found()).assignedTo).toBe(nga.id);
});

test('only who decides or administers gives it to others, and only to who holds the role', async () => {
  for (const officer of [mai, toan])
    expect((await post(officer, { act: 'assign', officer: nga.id })).status).toBe(403);
  expect((await mai.browser.postForm(path(), { act: 'take-over', version: '1', key: newId() })).status).toBe(
    403,
  );
  expect((await lien.browser.get(path())).status).toBe(404);
  for (const stranger of [mai.id, newId(), 'nonsense'])
    expect((await post(an, { act: 'assign', officer: stranger })).status).toBe(422);
  expect((await post(an, { act: 'assign', officer: '' })).status).toBe(422);
  expect((await an.browser.postForm(path(), { act: 'burn', version: '1', key: newId() })).status).toBe(400);
  expect((await post(an, { act: 'assign', officer: nga.id })).status).toBe(303);
  expect((await found()).assignedTo).toBe(nga.id);
  const byLien = assignByHand(world.desk.database.manager, world.desk, {
    application: await found(),
    officer: { id: lien.id, name: lien.name, roles: [{ role: 'administrator', agencyId }] },
    officerId: toan.id,
    version: 2,
    idempotencyKey: newId(),
  });
  await expect(byLien).resolves.toBeUndefined();
});

test('an application never goes to whoever it concerns, nor to whoever lives with them', async () => {
  await noteAsPerson(world.owner.manager, world.desk, toan.id, {
    idNumber: '001085009901',
    household: [lan.idNumber],
  });
  try {
    await rule({ officers: [toan.id] });
    expect((await post(an, { act: 'assign', officer: toan.id })).status).toBe(422);
    await followed();
    expect((await found()).assignedTo).toBe(nga.id);
    // Whom it was filed for can be compared too.
    await expect(representedBehind(worker.database.manager, newId())).rejects.toThrow('does not exist');
  } finally {
    await world.owner.query('DELETE FROM organisations.officer_identity WHERE officer_id = $1', [toan.id]);
  }
});

test('the rules of an agency give out what was filed, evenly, and run once however often the job does', async () => {
  await followed();
  expect((await found()).assignedTo).toBeNull();
  await rule();
  const all = [filed, await world.file(), await world.file(), await world.file()];
  await Promise.all(all.map(({ id }) => followed(id)));
  for (const { id } of all) await followed(id);
  const given = await Promise.all(all.map(async ({ id }) => (await found(id)).assignedTo));
  expect(given.toSorted()).toEqual([toan.id, toan.id, nga.id, nga.id].toSorted());
  expect(await found()).toMatchObject({ version: 2 });
  await world.owner.query('DELETE FROM applications.assignment_rule');
  await rule({ field: 'dat-dai', officers: [nga.id] });
  await rule({ field: 'ho-tich', officers: [toan.id] });
  const { id } = await world.file();
  await followed(id);
  expect((await found(id)).assignedTo).toBe(toan.id);
});

test('work of who is away goes to the deputy on those days alone, and the deputy sees what is open', async () => {
  await give(toan);
  await away(toan, nga, '2026-11-18', '2026-11-20');
  await rule({ officers: [toan.id] });
  world.db.clock.set('2026-11-20T02:00:00Z');
  const { id } = await world.file();
  await followed(id);
  expect((await found(id)).assignedTo).toBe(nga.id);
  await nga.browser.signIn();
  const mine = (await nga.browser.get('/?whose=mine')).text;
  for (const each of [id, filed.id]) expect(mine).toContain(each);
  const there = `/applications/${filed.id}`;
  await actOn(world, filed.id, 'accept', 'intake');
  const propose = hiddenIn((await nga.browser.get(`${there}/acts/propose`)).text);
  const proposal = { outcome: 'grant', reason: 'Đủ điều kiện.', text: 'Đồng ý đăng ký khai sinh.' };
  await nga.browser.postForm(`${there}/acts/propose`, { ...propose, ...proposal });
  expect(textIn((await nga.browser.get(there)).text)).toContain('Vũ Thị Nga, thay Nguyễn Đức Toàn ·');
  const handed = await world.file();
  await an.browser.signIn();
  const page = await an.browser.get(`/applications/${handed.id}/assignment`);
  expect(textIn(page.text)).toContain('đang vắng, Vũ Thị Nga làm thay');
  await an.browser.postForm(`/applications/${handed.id}/assignment`, {
    ...hiddenIn(page.text),
    act: 'assign',
    officer: toan.id,
  });
  expect((await found(handed.id)).assignedTo).toBe(nga.id);
  world.db.clock.set('2026-11-21T02:00:00Z');
  const later = await world.file();
  await followed(later.id);
  expect((await found(later.id)).assignedTo).toBe(toan.id);
  await nga.browser.signIn();
  expect((await nga.browser.get('/?whose=mine')).text).not.toContain(filed.id);
  expect((await nga.browser.get('/?whose=unassigned')).text).not.toContain(id);
});

test('when a role ends, by whatever, its work is nobody’s, and the agency reads it until it is somebody’s', async () => {
  await Promise.all([mai, toan, nga, an].map(({ browser }) => browser.signIn()));
  await give(toan);
  expect(await unassignEnded(worker)).toBe(0);
  await world.owner.query(`UPDATE organisations.officer_role SET valid_until = $2 WHERE officer_id = $1`, [
    toan.id,
    world.db.clock.now(),
  ]);
  try {
    expect(await unassignEnded(worker)).toBe(1);
    expect(await unassignEnded(worker)).toBe(0);
    expect((await found()).assignedTo).toBeNull();
    for (const { browser } of [mai, nga, an]) {
      const notices = textIn((await browser.get('/notices')).text);
      expect(notices).toContain('Chưa giao: người thụ lý không còn giữ nhiệm vụ');
      expect((await browser.get('/notices')).text).toContain(`/applications/${filed.id}`);
    }
    await post(nga, { act: 'take-over' });
    expect((await mai.browser.get('/notices')).text).not.toContain(filed.id);
  } finally {
    await world.owner.query(
      `UPDATE organisations.officer_role SET valid_until = NULL WHERE officer_id = $1`,
      [toan.id],
    );
  }
});

test('a warning goes to who works on it and to the head; to everybody while it is nobody’s', async () => {
  await Promise.all([mai, toan, nga, an].map(({ browser }) => browser.signIn()));
  await world.owner.query(
    `INSERT INTO applications.notice VALUES ($1, 1, $2, 'officers', 'warn', now() + interval '9 years')`,
    [filed.id, agencyId],
  );
  const readers = async () => {
    const pages = await Promise.all([mai, toan, nga, an].map(({ browser }) => browser.get('/notices')));
    return pages.map(({ text }) => text.includes(filed.id));
  };
  expect(await readers()).toEqual([true, true, true, true]);
  await give(toan);
  expect(await readers()).toEqual([false, true, false, true]);
  await away(toan, nga, '2020-01-01', '2036-12-31');
  expect(await readers()).toEqual([false, true, true, true]);
});

test('officers of another agency neither see nor say whose it is', async () => {
  const pua = await world.officer('Lò Văn Pua', 'approver', hoanKiem);
  expect((await pua.browser.get(path())).status).toBe(404);
  expect(
    (await pua.browser.postForm(path(), { act: 'assign', officer: nga.id, version: '1', key: newId() }))
      .status,
  ).toBe(404);
});
