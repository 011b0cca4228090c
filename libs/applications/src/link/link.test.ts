import { newId, type Platform } from '#lib/platform';
import type { Actor } from '#lib/workflow';
import { lan as mother, minh } from '../../../identity/test/people.js';
import { createDeskBeside, type DeskBeside, type SeatedOfficer } from '../../../../test/desk-beside.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { performAct } from '../act/perform-act.js';
import type { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { sealContent } from '../draft/draft-content.js';
import { effectTasks } from '../effect/effects.js';
import { followUp } from '../outbox/follow-up.js';
import { writeInboxEntry } from '../outbox/write-inbox-entry.js';
import { endOfLimit } from './end-of-limit.js';

let world: PortalWorld;
let desk: DeskBeside;
let worker: Platform;
let lan: CitizenAtHome;
let mai: SeatedOfficer;
let toan: SeatedOfficer;
let an: SeatedOfficer;
let bao: SeatedOfficer;

/** An instant by the clocks of Việt Nam; whoever is signed in stays so. */
async function now(local: string | Date): Promise<void> {
  const at = typeof local === 'string' ? new Date(`${local.replace(' ', 'T')}:00+07:00`) : local;
  world.db.clock.set(at);
  await world.owner.query(
    `UPDATE identity.session SET authenticated_at = $1, last_seen_at = $1, expires_at = '2100-01-01'`,
    [at],
  );
}

beforeAll(async () => {
  world = await createPortalWorld();
  worker = await world.db.platform('worker');
  desk = await createDeskBeside(world.db, world.owner);
  lan = await world.citizen();
  mai = await desk.officer('Trần Thanh Mai', 'intake');
  toan = await desk.officer('Nguyễn Đức Toàn', 'case');
  an = await desk.officer('Phan Thị Hoài An', 'approver');
  bao = await desk.officer('Lương Quốc Bảo', 'approver');
});
afterAll(async () => {
  await desk?.close();
  await world?.close();
});
beforeEach(() => now('2026-11-20 10:05'));

const found = async (id: string): Promise<Application> => {
  const [row] = await world.owner.query(
    `SELECT *, agency_id AS "agencyId", waits_for AS "waitsFor", due_at AS "dueAt" FROM applications.application
      WHERE id = $1`,
    [id],
  );
  return row;
};
const events = (id: string) => readEvents(worker.database.manager, worker, id);
const types = async (id: string) => (await events(id)).map(({ type }) => type);
/** What a page says, with its codes whole. */
const said = async (browser: { get(path: string): Promise<{ text: string }> }, path: string) =>
  (await browser.get(path)).text.replaceAll(/<wbr\/?>/g, '');
const applicationOf = (location: string | undefined) => /[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? '';

/** An officer acts; then the worker does what follows, twice over as after a crash. */
async function act(id: string, event: string, officer: SeatedOfficer, as: Actor, details: object = {}) {
  const { version } = await found(id);
  await performAct(desk.platform.database.manager, desk.platform, {
    applicationId: id,
    event,
    version,
    idempotencyKey: newId(),
    actor: { kind: 'officer', id: officer.id, name: officer.name },
    as: [as],
    purpose: 'case-handling',
    details: { ...details },
  });
  const tasks = effectTasks(worker);
  const [{ effects }] = await world.owner.query(
    'SELECT effects FROM applications.outbox WHERE application_id = $1 ORDER BY id DESC LIMIT 1',
    [id],
  );
  const payload = { applicationId: id, sequence: version + 1, type: event };
  for (const effect of [...effects, ...effects])
    await tasks[`effect-${effect}`]?.(payload as never, undefined as never);
  await followUp(worker, payload);
}

const decision = (outcome: 'grant' | 'refuse', text = 'Theo quy định.') => ({
  outcome,
  text,
  evidence: { passkeyName: 'Máy bàn' },
});

/** An application of Lan's that was refused at intake, or granted. */
async function refused(): Promise<string> {
  const id = await lan.draft();
  await lan.sign(id);
  await act(id, 'refuse', mai, 'intake', { reason: 'Thiếu giấy chứng sinh', ground: 'Luật Hộ tịch' });
  return id;
}

async function granted(): Promise<string> {
  const id = await lan.draft();
  await lan.sign(id);
  await act(id, 'accept', mai, 'intake');
  await act(id, 'propose', toan, 'case', { outcome: 'grant', reason: '' });
  await act(id, 'decide', an, 'approver', decision('grant', ''));
  return id;
}

const choose = (id: string, what: string, who = lan) => who.post(`/applications/${id}/remedies`, { what });

/** Answers everything that a draft asks, as if every page had been sent. */
async function answer(draftId: string, more: Record<string, unknown> = {}): Promise<void> {
  const answers = {
    filerApplicantName: 'Phạm Thị Lan',
    filerApplicantIdNumber: '001190012345',
    filerApplicantPhone: '0912345678',
    filerApplicantResidence: { province: '01', commune: '00082', detail: '5 phố Cửa Nam' },
    filerOnBehalf: false,
    complaintGrounds: 'Giấy chứng sinh đã nộp đủ.',
    complaintRequest: 'Tiếp nhận và giải quyết hồ sơ.',
    ...more,
  };
  const done = ['applicant', 'grounds', 'evidence', 'entries', 'mistake', 'right-1'];
  await world.owner.query('UPDATE applications.draft SET answers_sealed = $2, saved_at = $3 WHERE id = $1', [
    draftId,
    sealContent(world.portal, draftId, { answers: answers as never, typed: {}, done }),
    world.db.clock.now(),
  ]);
}

/** Files what was chosen about an application, and returns its id. */
async function file(id: string, what: string, more: Record<string, unknown> = {}): Promise<string> {
  const draft = applicationOf((await choose(id, what)).headers.location);
  await answer(draft, more);
  const signed = await lan.sign(draft);
  expect(signed.headers.location).toBe(`/applications/${draft}/receipt`);
  return draft;
}

async function settle(id: string, outcome: 'grant' | 'refuse', approver = bao): Promise<void> {
  await act(id, 'accept', mai, 'intake');
  await act(id, 'record-verification', toan, 'case', {});
  await act(id, 'propose', toan, 'case', { outcome, reason: 'Đã xác minh' });
  await act(id, 'decide', approver, 'approver', decision(outcome));
}

test('a limit ends with its last day in Việt Nam, which moves on from a day off', () => {
  const at = new Date('2026-11-20T03:05:00Z');
  // The 90th day, 18 February 2027, is a Thursday; the 30th of 20 November, 20 December, a Sunday.
  expect(endOfLimit(at, 90).toISOString()).toBe('2027-02-18T17:00:00.000Z');
  expect(endOfLimit(at, 30).toISOString()).toBe('2026-12-21T17:00:00.000Z');
});

test('two tabs that complain about one act write one draft and file one complaint, and both applications tell', async () => {
  const id = await refused();
  const page = await lan.get(`/applications/${id}`);
  expect(page.text).toContain(`href="/applications/${id}/remedies"`);
  expect((await lan.get(`/applications/${id}/remedies`)).text).toContain('value="complaint.2"');
  const tabs = await Promise.all([choose(id, 'complaint.2'), choose(id, 'complaint.2')]);
  const [draft, ...others] = new Set(tabs.map(({ headers }) => headers.location));
  expect(others).toEqual([]);
  const complaint = applicationOf(draft);
  await answer(complaint);
  expect(await said(lan, `/drafts/${complaint}/check`)).toContain((await found(id)).number);
  const assertions = [await lan.assertion(complaint), await lan.assertion(complaint)];
  const signed = await Promise.all(
    assertions.map((assertion) => lan.post(`/drafts/${complaint}/signing`, { assertion })),
  );
  for (const { headers } of signed) expect(headers.location).toBe(`/applications/${complaint}/receipt`);
  expect(await types(id)).toEqual(['file', 'refuse', 'complaint-filed']);
  expect(chainHolds(await events(id)) && chainHolds(await events(complaint))).toBe(true);
  const [original, filed] = [await found(id), await found(complaint)];
  expect(filed.agencyId).toBe(original.agencyId);
  expect((await lan.get(`/applications/${id}`)).text).toContain(`href="/applications/${complaint}"`);
  const shown = await said(lan, `/applications/${complaint}`);
  expect(shown).toContain(original.number);
  expect(shown).toContain(`href="/applications/${id}"`);
  expect((await choose(id, 'complaint.2')).headers.location).toBe(
    `/applications/${id}/remedies?refused=remedy-filed`,
  );
});

test('a complaint is filed until the last minute of the 90th day, and refused from the next with the day and the court', async () => {
  const id = await refused();
  await now('2027-02-18 23:59');
  const draft = applicationOf((await choose(id, 'complaint.2')).headers.location);
  await answer(draft);
  const assertion = await lan.assertion(draft);
  await now('2027-02-19 00:00');
  const late = await lan.post(`/drafts/${draft}/signing`, { assertion });
  expect(late.headers.location).toBe(`/drafts/${draft}/check?refused=remedy-too-late`);
  const check = (await lan.get(`/drafts/${draft}/check`)).text;
  expect(check).toContain('18/02/2027');
  expect(check).toContain('Luật Tố tụng hành chính 2015');
  expect((await choose(id, 'complaint.2')).headers.location).toBe(
    `/applications/${id}/remedies?refused=remedy-too-late`,
  );
  const page = (await lan.get(`/applications/${id}/remedies`)).text;
  expect(page).toContain('Thời hạn đã hết vào cuối ngày 18/02/2027');
  expect(page).not.toContain('value="complaint.2"');
  await now('2027-02-18 23:59');
  expect((await lan.sign(draft)).headers.location).toBe(`/applications/${draft}/receipt`);
});

test('lateness can be complained about while it lasts, and not before', async () => {
  const id = await lan.draft();
  await lan.sign(id);
  expect((await choose(id, 'complaint.none')).headers.location).toContain('refused=remedy-not-open');
  const { dueAt } = await found(id);
  await now(new Date((dueAt?.getTime() ?? 0) + 60_000));
  await file(id, 'complaint.none');
  expect((await choose(id, 'complaint.none')).headers.location).toContain('refused=remedy-filed');
});

test('whoever decided the original does not settle the complaint, and is told so; another approver does', async () => {
  const id = await granted();
  const sequence = (await events(id)).findIndex(({ type }) => type === 'decide') + 1;
  const complaint = await file(id, `complaint.${sequence}`);
  await act(complaint, 'accept', mai, 'intake');
  await act(complaint, 'record-verification', toan, 'case');
  await act(complaint, 'propose', toan, 'case', { outcome: 'grant', reason: 'Có sai sót' });
  await expect(act(complaint, 'decide', an, 'approver', decision('grant'))).rejects.toThrow('decided-before');
  const shown = (await an.get(`/applications/${complaint}`)).text;
  expect(shown).toContain('Bạn đã quyết định hồ sơ bị khiếu nại');
  expect((await bao.get(`/applications/${complaint}`)).text).not.toContain('Bạn đã quyết định hồ sơ');
  await act(complaint, 'decide', bao, 'approver', decision('grant'));
  // The decision is withdrawn: the case officer proposes again, with a new term.
  const original = await found(id);
  expect((await types(id)).slice(-1)).toEqual(['decide-again']);
  expect([original.state, original.waitsFor]).toEqual(['received', 'officer']);
  expect(original.dueAt?.getTime()).toBeGreaterThan(world.db.clock.now().getTime());
  expect(chainHolds(await events(id))).toBe(true);
  expect((await lan.get(`/applications/${id}/result`)).status).toBe(404);
  await act(id, 'propose', toan, 'case', { outcome: 'refuse', reason: '' });
  await act(id, 'decide', bao, 'approver', decision('refuse', 'Lý do mới.'));
  expect((await lan.get(`/applications/${id}/result`)).text).toContain('Lý do mới.');
});

test('an upheld complaint about a refusal at intake sends the application back to intake and tells the citizen once', async () => {
  const id = await refused();
  const complaint = await file(id, 'complaint.2');
  const away = { reason: 'Không có căn cứ', ground: 'Luật Khiếu nại' };
  await expect(act(complaint, 'refuse', mai, 'intake', away)).rejects.toThrow('decided-before');
  await settle(complaint, 'grant');
  expect((await found(id)).state).toBe('filed');
  const { version } = await found(id);
  for (const _ of [1, 2])
    await writeInboxEntry(worker, { applicationId: id, sequence: version, type: 'decide-again' });
  const entries = await world.owner.query(
    'SELECT title FROM notifications.inbox_entry WHERE about_id = $1 AND sequence = $2',
    [id, version],
  );
  expect(entries).toHaveLength(1);
  expect(entries[0].title.fr).toContain('est fondée');
});

test('the second instance opens once the first was decided or is overdue, and goes to the agency above', async () => {
  const id = await refused();
  const complaint = await file(id, 'complaint.2');
  expect((await lan.get(`/applications/${complaint}`)).text).not.toContain('/remedies"');
  expect((await choose(complaint, 'appeal.none')).headers.location).toContain('refused=remedy-not-open');
  await settle(complaint, 'refuse');
  const decided = (await events(complaint)).find(({ type }) => type === 'decide');
  expect(decided?.sequence).toBe(5);
  await now('2026-12-22 00:00');
  expect((await choose(complaint, 'appeal.5')).headers.location).toContain('refused=remedy-too-late');
  expect((await lan.get(`/applications/${complaint}/remedies`)).text).toContain('value="appeal.5.remote"');
  await now('2026-12-21 23:59');
  const appeal = await file(complaint, 'appeal.5');
  const above = await desk.officer('Kiều Minh Đức', 'approver', { provinceCode: '01' });
  expect((await above.get(`/applications/${appeal}`)).text).toContain(`/applications/${appeal}/original`);
  const originals = await above.get(`/applications/${appeal}/original`);
  expect(originals.text).toContain('Thiếu giấy chứng sinh');
  expect((await above.get(`/applications/${id}`)).status).toBe(404);
  expect((await mai.get(`/applications/${appeal}/original`)).status).toBe(404);
  const looks = await world.owner.query(
    'SELECT DISTINCT case_id FROM audit.access_event WHERE actor_id = $1 AND case_id = ANY($2)',
    [above.id, [id, complaint]],
  );
  expect(looks).toHaveLength(2);
  // The deciding agency reads on the original that there is a complaint, and what became of it.
  const there = await said(mai, `/applications/${id}`);
  expect(there).toContain(`href="/applications/${complaint}"`);
  expect(there).toContain((await found(appeal)).number);
  expect(there).not.toContain(`href="/applications/${appeal}"`);
});

test('the second instance also opens when the term of the first has passed, and for 30 days', async () => {
  const id = await refused();
  const complaint = await file(id, 'complaint.2');
  const { dueAt } = await found(complaint);
  await now(new Date((dueAt?.getTime() ?? 0) - 60_000));
  expect((await choose(complaint, 'appeal.none')).headers.location).toContain('refused=remedy-not-open');
  await now(new Date((dueAt?.getTime() ?? 0) + 60_000));
  expect((await choose(complaint, 'appeal.none')).headers.location).toMatch(/^\/drafts\//);
});

test('a granted correction puts a new version beside the old, which says what replaced it', async () => {
  const id = await granted();
  const correction = await file(id, 'correction.none', {
    wrongEntries: ['childName'],
    childName: 'Phạm Gia Bách',
    mistake: 'Tên con ghi sai.',
  });
  await act(correction, 'accept', mai, 'intake');
  await act(correction, 'propose', toan, 'case', { outcome: 'grant', reason: '' });
  await act(correction, 'decide', an, 'approver', decision('grant', 'Sửa tên của trẻ.'));
  expect((await types(id)).filter((type) => type === 'replace-result')).toHaveLength(1);
  const { number } = await found(correction);
  const current = (await lan.get(`/applications/${id}/result`)).text;
  expect(current).toContain('Phạm Gia Bách');
  expect(current).toContain(number);
  expect(current).toContain('Sửa tên của trẻ.');
  const old = (await lan.get(`/applications/${id}/result?version=1`)).text;
  expect(old).toContain('Phạm Gia Bảo');
  expect(old).toContain(`Bản này đã được thay ngày 20/11/2026 bằng bản đính chính theo hồ sơ ${number}.`);
  expect((await lan.get(`/applications/${id}`)).text).toContain('Kết quả đã được đính chính');
  expect((await found(id)).waitsFor).toBe('nobody');
});

test('what is somebody else’s nobody complains about, and nonsense is answered in words', async () => {
  const id = await refused();
  const other = await world.citizen(minh);
  expect((await other.get(`/applications/${id}/remedies`)).status).toBe(404);
  expect((await choose(id, 'complaint.2', other)).status).toBe(404);
  for (const what of ['', 'complaint', 'complaint.1e9', 'appeal.2; DROP', `complaint.${'9'.repeat(30)}`])
    expect((await choose(id, what)).status).toBe(422);
  expect((await choose(id, 'complaint.999999999')).headers.location).toContain('refused=remedy-not-open');
  expect((await other.get('/procedures/complaint.1.001193/start')).status).toBe(404);
});

test('who filed under a mandate complains under it while it lasts; a draft that is given up can be begun anew', async () => {
  const child = { ...mother, idNumber: '001219000031', fullName: 'Phạm Minh Anh', birthDate: '2019-03-08' };
  world.register.members = [
    { ...mother, relationship: 'head' },
    { ...child, relationship: 'child' },
  ];
  await lan.get('/account/acting');
  const [{ id: mandate }] = await world.owner.query(
    `SELECT id FROM identity.mandate WHERE representative_id = $1 AND kind = 'parent'`,
    [lan.id],
  );
  const id = await lan.draft();
  const underMandate = 'UPDATE applications.draft SET on_behalf_of = $2, represented_by = $3 WHERE id = $1';
  await world.owner.query(underMandate, [id, mandate, lan.id]);
  await lan.sign(id);
  await act(id, 'refuse', mai, 'intake', { reason: 'Thiếu giấy', ground: 'Luật Hộ tịch' });
  const first = applicationOf((await choose(id, 'complaint.2')).headers.location);
  expect((await lan.post(`/drafts/${first}/removal`)).headers.location).toBe(`/applications/${id}`);
  const complaint = await file(id, 'complaint.2');
  expect(complaint).not.toBe(first);
  expect(await found(complaint)).toMatchObject({ on_behalf_of: mandate, represented_by: lan.id });
  const late = await lan.draft();
  await world.owner.query(underMandate, [late, mandate, lan.id]);
  await lan.sign(late);
  await act(late, 'refuse', mai, 'intake', { reason: 'Thiếu giấy', ground: 'Luật Hộ tịch' });
  await world.owner.query(`UPDATE identity.mandate SET ended_at = $2 WHERE id = $1`, [
    mandate,
    world.db.clock.now(),
  ]);
  expect((await choose(late, 'complaint.2')).headers.location).toBe(
    `/applications/${late}/remedies?refused=mandate-ended`,
  );
});
