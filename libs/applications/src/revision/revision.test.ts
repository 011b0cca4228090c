import { publishRevision, type Revision, shippedDefinition, withdrawProcedure } from '#lib/catalogue';
import { appointOfficer, findAgency } from '#lib/organisations';
import { digest, newId, Platform } from '#lib/platform';
import { fileApplication } from '../../../../test/file-application.js';
import { Application } from '../application/application.entity.js';
import { Draft } from '../draft/draft.entity.js';
import { type Citizen, createDraftWorld, type DraftWorld } from '../draft/draft-world.fixture.js';
import { beginDraft, inputsIn, textIn } from '../draft/page-form.fixture.js';
import { canonicalApplication } from '../submission/canonical-application.js';
import { submitApplication } from '../submission/submit-application.js';

const code = '1.001193';
const day = 86_400_000;
let world: DraftWorld;
let citizen: Citizen;
let older: Revision;
let owner: Platform;

beforeAll(async () => {
  world = await createDraftWorld();
  citizen = await world.citizen();
  owner = new Platform(world.platform.config, await world.db.owner(), world.db.clock);
  const { manager } = owner.database;
  const { id: agencyId = '' } = (await findAgency(manager, { ministry: 'bo-tu-phap' })) ?? {};
  const at = new Date('2020-01-01T00:00:00Z');
  for (const [staffNumber, role] of [
    ['CB052', 'administrator'],
    ['CB053', 'administrator'],
    ['CB001', 'intake'],
  ] as const)
    await appointOfficer(manager, { staffNumber, fullName: 'Cán bộ', role, agencyId, at });
  const shipped = shippedDefinition(code);
  if (!shipped) throw new Error('no definition');
  const before = structuredClone(shipped);
  const [page] = before.form.pages;
  const words = { vi: 'Biệt danh của bé', en: 'Nickname', fr: 'Surnom' };
  page?.fields.push({ id: 'nickname', type: 'text', label: words, optional: true });
  before.fee = { amountDong: 8000 };
  older = await publishRevision(manager, before, world.db.clock.now());
});
afterAll(() => world?.close());

const row = (id: string) => owner.database.getRepository(Draft).findOneByOrFail({ id });

/** A draft on the revision before, with its first page answered. */
async function startBefore(): Promise<{ id: string; first: string }> {
  const address = await beginDraft(citizen, code);
  const id = address.split('/').at(-1) ?? '';
  await owner.database.getRepository(Draft).update({ id }, { revisionId: older.id });
  const first = `/drafts/${id}/pages/${older.definition.form.pages[0]?.id}`;
  const { text } = await citizen.get(first);
  await citizen.post(first, { ...inputsIn(text), nickname: 'Bống' });
  return { id, first };
}

async function submitDraft(id: string, revision: Revision): Promise<string> {
  const { manager } = world.platform.database;
  const agency = await findAgency(manager, { communeCode: '00082' });
  if (!agency) throw new Error('no agency');
  const { version, personId } = await row(id);
  const canonical = canonicalApplication(id, revision, {
    applicant: personId,
    agency: agency.unitCode,
    answers: {},
  });
  const at = world.db.clock.now().toISOString();
  return submitApplication(manager, world.platform, {
    draftId: id,
    revision,
    prepared: { version, agencyId: agency.id, canonical, sources: {} },
    evidence: { kind: 'phone-code', digest: digest(canonical).toString('hex'), phone: '', sentAt: at, at },
    actor: { kind: 'citizen', id: personId, name: 'Minh' },
  });
}

test('a draft is offered what is newer, in words, and taking it loses nothing', async () => {
  const { id, first } = await startBefore();
  const banner = textIn((await citizen.get(first)).text);
  expect(banner).toContain('Thủ tục này có tờ khai mới');
  // The instant, for it is refused from that minute on, not from the end of that day.
  expect(banner).toContain('nộp được theo tờ khai đang khai đến 10:05 ngày 20/12/2026');
  const page = textIn((await citizen.get(`/drafts/${id}/revision`)).text);
  expect(page).toContain('Không hỏi nữa: Biệt danh của bé');
  expect(page).toContain('Phí, lệ phí: trước là 8.000 ₫, nay là');
  expect(page).toContain('Bống');
  const { version } = await row(id);
  await citizen.post(`/drafts/${id}/revision`);
  await citizen.post(`/drafts/${id}/revision`);
  expect(await row(id)).toMatchObject({ version: version + 1 });
  expect((await row(id)).revisionId).not.toBe(older.id);
  expect(textIn((await citizen.get(first)).text)).not.toContain('tờ khai mới');
  const copy = await citizen.get(`/drafts/${id}/copy`);
  expect(copy.headers['content-disposition']).toContain('attachment');
  expect(copy.text).toContain('Biệt danh của bé: Bống');
});

test('may stay with what it was started on for thirty days, and is not filed after', async () => {
  const { id } = await startBefore();
  const now = world.db.clock.now();
  expect(await submitDraft((await startBefore()).id, older)).toMatch(/-\d{4}$/);
  world.db.clock.set(new Date(now.getTime() + 30 * day));
  await expect(submitDraft(id, older)).rejects.toMatchObject({ code: 'revision-superseded', status: 409 });
  expect(textIn((await citizen.get(`/drafts/${id}/revision`)).text)).toContain('muốn nộp hồ sơ này');
  world.db.clock.set(now);
});

const withdrawal = {
  code,
  from: new Date(0),
  reason: { vi: 'Luật mới.', en: 'A new law.', fr: 'Une nouvelle loi.' },
  decision: 'Quyết định 1/QĐ-BTP',
  followedBy: '1.000894',
  proposedBy: 'CB052',
  confirmedBy: 'CB053',
};

test('is not withdrawn by one administrator alone, nor by anybody else', async () => {
  for (const wrong of [{ confirmedBy: 'CB052' }, { confirmedBy: 'CB001' }, { proposedBy: 'nobody' }])
    await expect(withdrawProcedure(owner, { ...withdrawal, ...wrong })).rejects.toMatchObject({
      status: 403,
    });
});

test('whoever files while it is withdrawn is in before it or refused; drafts keep what they hold', async () => {
  const filed = await fileApplication(owner.database, world.platform);
  const { id, first } = await startBefore();
  const drafts = [];
  for (let count = 0; count < 12; count += 1) drafts.push((await startBefore()).id);
  const results = await Promise.allSettled([
    ...drafts.slice(0, 6).map((one) => submitDraft(one, older)),
    withdrawProcedure(owner, withdrawal),
    ...drafts.slice(6).map((one) => submitDraft(one, older)),
  ]);
  const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(new Set([...refused, 'procedure-withdrawn'])).toEqual(new Set(['procedure-withdrawn']));
  await expect(submitDraft(id, older)).rejects.toMatchObject({ code: 'procedure-withdrawn', status: 410 });
  expect((await citizen.get(`/procedures/${code}/start`)).status).toBe(410);
  const shown = textIn((await citizen.get(first)).text);
  expect(shown).toContain('không nhận hồ sơ mới nữa');
  expect(shown).toContain('Luật mới.');
  expect((await citizen.get(`/drafts/${id}/copy`)).text).toContain('Bống');
  const open = await owner.database.getRepository(Application).findOneByOrFail({ id: filed.id });
  expect(open.waitsFor).toBe('officer');
  await expect(withdrawProcedure(owner, withdrawal)).rejects.toMatchObject({ code: 'already-withdrawn' });
});

test('somebody else finds neither what is newer nor a copy', async () => {
  const stranger = await world.citizen({ name: 'Lê An', idNumber: '001090054321' });
  for (const path of ['revision', 'copy'])
    expect((await stranger.get(`/drafts/${newId()}/${path}`)).status).toBe(404);
});
