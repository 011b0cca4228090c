import { claimOf, lan } from '../../../identity/test/people.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { birthAnswers } from '../../../../test/file-application.js';
import { actingOfficer } from '../../../../test/known-officer.js';
import { digest, newId } from '#lib/platform';
import { performAct } from '../act/perform-act.js';
import { readAnswers } from '../application/answers.js';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import type { ConfirmedByCode } from '../supplement/answer-supplement.js';

const granny = {
  ...lan,
  idNumber: '001155033333',
  fullName: 'Vũ Thị Cụ',
  birthDate: '1955-02-03',
  phone: '0900000222',
};
const helperPerson = { ...lan, idNumber: '001190066666', fullName: 'Lê Thị Tổ' };

let world: PortalWorld;
let citizen: CitizenAtHome;
let helper: CitizenAtHome;
beforeAll(async () => {
  world = await createPortalWorld();
  citizen = await world.citizen();
  helper = await world.citizen(helperPerson);
});
afterAll(() => world.close());

async function mandateId(): Promise<string> {
  const [row]: { id: string }[] = await world.owner.query(
    `SELECT id FROM identity.mandate WHERE kind = 'assistant'`,
  );
  return row?.id ?? '';
}

async function prepared(): Promise<string> {
  const id = await helper.draft(birthAnswers);
  await world.owner.query(
    'UPDATE applications.draft SET on_behalf_of = $2, represented_by = $3 WHERE id = $1',
    [id, await mandateId(), helper.id],
  );
  return id;
}

test('the answer to an invitation is the same whether anybody has the number', async () => {
  const answers = [];
  for (const idNumber of [helperPerson.idNumber, '001190055555'])
    answers.push(await citizen.post('/account/acting/assistance', { idNumber, days: '7' }));
  expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
    [303, '/account/acting?done=asked'],
    [303, '/account/acting?done=asked'],
  ]);
  await world.owner.query(
    `DELETE FROM identity.mandate WHERE invited_index NOT IN (SELECT id_number_index FROM identity.person)`,
  );
});

test('nobody invites themselves, for ever, or without a passkey just used', async () => {
  const own = await citizen.post('/account/acting/assistance', { idNumber: lan.idNumber, days: '7' });
  expect([own.status, own.text]).toEqual([422, expect.stringContaining('data-code="cannot-assist-oneself"')]);
  const ever = { idNumber: helperPerson.idNumber, days: '3650' };
  const asked = await citizen.post('/account/acting/assistance', ever);
  expect([asked.status, asked.text]).toEqual([422, expect.stringContaining('data-code="term-unknown"')]);
  expect(asked.text).toContain(`value="${helperPerson.idNumber}"`);
  world.db.clock.advance(6 * 60_000);
  const late = { idNumber: helperPerson.idNumber, days: '7' };
  expect((await citizen.post('/account/acting/assistance', late)).status).toBe(403);
});

test('whoever was not asked cannot accept; the helper can, and the citizen is told', async () => {
  const id = await mandateId();
  expect((await citizen.post(`/account/acting/${id}/acceptance`)).status).toBe(404);
  expect((await helper.get('/account/acting')).text).toContain('Chờ bạn nhận lời');
  expect((await helper.get('/procedures/1.001193/start')).text).not.toContain(citizen.name);
  expect((await helper.post(`/account/acting/${id}/acceptance`)).status).toBe(303);
  expect((await helper.get('/procedures/1.001193/start')).text).toContain(citizen.name);
  expect((await citizen.get('/inbox')).text).toContain(`${helper.name} được làm thay ${citizen.name}`);
});

test('a helper cannot sign, neither by the page nor by posting', async () => {
  const id = await prepared();
  const refused = `/drafts/${id}/check?refused=helper-does-not-sign`;
  expect((await helper.get(`/drafts/${id}/signing`)).headers.location).toBe(refused);
  await helper.post(`/drafts/${id}/signing`, { assertion: '{}' });
  expect(await world.owner.manager.countBy(Application, { id })).toBe(0);
});

test('what a helper hands over is the citizen’s alone: signed with their passkey, theirs, and says who helped', async () => {
  const id = await prepared();
  expect((await citizen.get(`/drafts/${id}/check`)).status).toBe(404);
  expect((await helper.post(`/drafts/${id}/handover`)).headers.location).toBe('/applications');
  expect((await helper.get(`/drafts/${id}/check`)).status).toBe(404);
  expect((await citizen.get(`/drafts/${id}/check`)).text).toContain('Hồ sơ này được khai hộ bạn');
  expect((await citizen.sign(id)).headers.location).toBe(`/applications/${id}/receipt`);
  const application = await world.owner.manager.findOneByOrFail(Application, { id });
  expect(application).toMatchObject({ personId: citizen.id, representedBy: helper.id });
  for (const page of [`/applications/${id}`, `/applications/${id}/receipt`])
    expect((await citizen.get(page)).text).toMatch(
      new RegExp(`Người khai hộ<.*<strong>${helper.name}</strong><br/?>Thành viên tổ công nghệ số cộng đồng`),
    );
  expect((await citizen.get(`/applications/${id}`)).text).toContain(
    `${helper.name} · Thành viên tổ công nghệ số cộng đồng khai hộ cho Phạm Thị Lan`,
  );
  expect((await helper.get(`/applications/${id}`)).status).toBe(404);
});

test('an ended assistance hands nothing over, and the draft stays', async () => {
  const id = await prepared();
  await citizen.post(`/account/acting/${await mandateId()}/ending`);
  const { headers } = await helper.post(`/drafts/${id}/handover`);
  expect(headers.location).toBe(`/drafts/${id}/check?refused=mandate-ended`);
  expect((await helper.get(`/drafts/${id}/check`)).status).toBe(200);
});

test('a draft whose assistance ended says so before anything is typed, and goes on once it is given anew', async () => {
  const id = await prepared();
  const firstPage = async () =>
    (await helper.get(String((await helper.get(`/drafts/${id}`)).headers.location))).text;
  const over = `Bạn không còn được làm thay ${citizen.name}`;
  expect(await firstPage()).toContain(over);
  const check = (await helper.get(`/drafts/${id}/check`)).text;
  expect(check).toContain(over);
  expect(check).not.toContain(`/drafts/${id}/handover`);

  await citizen.browser.signIn();
  await citizen.post('/account/acting/assistance', { idNumber: helperPerson.idNumber, days: '7' });
  expect(await firstPage()).toContain(over);
  const [asked]: { id: string }[] = await world.owner.query(
    `SELECT id FROM identity.mandate WHERE kind = 'assistant' AND accepted_at IS NULL`,
  );
  await helper.post(`/account/acting/${asked?.id}/acceptance`);
  expect(await firstPage()).not.toContain(over);
  expect((await helper.post(`/drafts/${id}/handover`)).headers.location).toBe('/applications');
  const [draft] = await world.owner.query(
    'SELECT on_behalf_of, person_id FROM applications.draft WHERE id = $1',
    [id],
  );
  expect(draft).toEqual({ on_behalf_of: asked?.id, person_id: citizen.id });
});

const phone = () => world.sms.sent.findLast(({ text }) => /\b\d{6}\b/.test(text));
const raise = (level: number) =>
  world.owner.query('UPDATE identity.person SET assurance = $2 WHERE id = $1', [helper.id, level]);
const drafted = async () => {
  const id = await helper.draft(birthAnswers);
  await world.owner.query(
    `UPDATE applications.draft SET represented_by = $2, on_behalf_of = (SELECT id FROM identity.mandate
       WHERE evidence->>'fresh' = 'phone-code' LIMIT 1) WHERE id = $1`,
    [id, helper.id],
  );
  return id;
};
const shown = async (id: string) =>
  (await helper.get(`/drafts/${id}/confirmation`)).text.replaceAll(/<wbr ?\/?>/g, '');
const send = (id: string) => helper.post(`/drafts/${id}/confirmation/code`);
const confirm = (id: string, code: string) => helper.post(`/drafts/${id}/confirmation`, { code });
const open = (by: CitizenAtHome, code: string) => by.post('/assisted-supplements', { code });
const isFiled = (id: string) => world.owner.manager.existsBy(Application, { id });

describe('a citizen without an account, with the helper at their device', () => {
  const claim = claimOf(granny);
  const assisting = '/account/acting/assisting';

  beforeAll(async () => {
    world.register.add(granny);
    await world.owner.query('TRUNCATE identity.throttle');
    await helper.browser.signIn();
  });

  test('lets them prepare by a code to the registered phone; of wrong data nothing is said', async () => {
    expect((await helper.post(assisting, claim)).status).toBe(403);
    await raise(2);
    const hold = (until: string | null) =>
      world.owner.query('UPDATE identity.person SET held_until = $2 WHERE id = $1', [helper.id, until]);
    await hold('2100-01-01T00:00:00Z');
    expect((await helper.post(assisting, claim)).status).toBe(403);
    await hold(null);
    const before = world.sms.sent.length;
    const wrong = await helper.post(assisting, { ...claim, fullName: 'Người Khác' });
    expect(world.sms.sent).toHaveLength(before);
    const right = await helper.post(assisting, claim);
    expect([right.status, right.headers.location]).toEqual([wrong.status, wrong.headers.location]);
    expect(phone()).toMatchObject({ to: granny.phone, text: expect.stringContaining(helper.name) });
    const { code } = world.sms;
    expect((await helper.post(`${assisting}/code`, { code: '000000' })).status).toBe(422);
    const agreed = await Promise.all([1, 2].map(() => helper.post(`${assisting}/code`, { code })));
    expect(agreed.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    expect((await helper.get('/account/acting?done=agreed')).text).toContain(granny.fullName);
    const { headers } = await citizen.get(assisting);
    expect(headers.location).toBe(`/account/identity?needed=2&next=${encodeURIComponent(assisting)}`);
  });

  test('confirms exactly what was shown, once, by the code to their phone; it is theirs from then on', async () => {
    const id = await drafted();
    expect((await helper.get(`/drafts/${id}/check`)).text).toContain(`/drafts/${id}/confirmation`);
    const [paper = ''] = /(?<![\w-])[0-9A-F]{4}-[0-9A-F]{4}(?![\w-])/.exec(await shown(id)) ?? [];
    expect((await citizen.get(`/drafts/${id}/confirmation`)).status).toBe(404);
    expect((await citizen.post(`/drafts/${id}/confirmation`, { code: '123456' })).status).toBe(404);
    expect((await send(id)).headers.location).toContain('sent=yes');
    expect(phone()?.text).toContain(paper);
    const { code } = world.sms;
    expect((await confirm(id, '')).status).toBe(422);
    expect((await confirm(id, '000000')).headers.location).toContain('refused=code-wrong');
    await world.owner.query('UPDATE applications.draft SET version = version + 1 WHERE id = $1', [id]);
    expect((await confirm(id, code)).headers.location).toContain('refused=draft-changed');
    await shown(id);
    expect((await confirm(id, code)).headers.location).toContain('refused=code-over');
    expect(await isFiled(id)).toBe(false);
    await send(id);
    const { code: second } = world.sms;
    const tabs = await Promise.all([1, 2].map(() => confirm(id, second)));
    expect(tabs.map(({ status }) => status)).toEqual([303, 303]);
    const application = await world.owner.manager.findOneByOrFail(Application, { id });
    expect(application.representedBy).toBe(helper.id);
    expect(application.personId).not.toBe(helper.id);
    const [{ evidence }] = await world.owner.query(
      'SELECT evidence FROM applications.submission WHERE application_id = $1',
      [id],
    );
    expect(evidence).toMatchObject({ kind: 'phone-code', phone: '••• ••• •222' });
    expect(await shown(id)).toContain(application.number);
    expect(world.sms.sent.map(({ text }) => text).join()).toContain(`Hồ sơ ${application.number}`);
    expect((await helper.get(`/applications/${id}`)).status).toBe(404);
  });

  test('answers a request for supplements in the same way, and nothing of before is shown to the helper', async () => {
    const [{ id: application, number }] = await world.owner.query(
      'SELECT id, number FROM applications.application WHERE represented_by = $1 AND person_id <> $2',
      [helper.id, citizen.id],
    );
    const desk = await world.db.platform('desk');
    await performAct(desk.database.manager, desk, {
      applicationId: application,
      event: 'request-supplement',
      version: 1,
      idempotencyKey: newId(),
      actor: await actingOfficer(world.owner.manager, desk, 'Trần Thanh Mai'),
      as: ['intake'],
      purpose: 'case-handling',
      details: {
        items: [
          { kind: 'field', id: 'childName', reason: 'Tên trẻ khác với lời chứng.' },
          { kind: 'other', name: 'Giấy uỷ quyền', reason: 'Bản chụp.' },
        ],
      },
    });
    for (const refused of [await open(helper, '000.00.12.H26-261120-9999'), await open(citizen, number)])
      expect([refused.status, refused.text.includes('govuk-error-summary')]).toEqual([422, true]);
    const draft = (await open(helper, ` ${number.toLowerCase()}`)).headers.location ?? '';
    expect((await open(helper, number)).headers.location).toBe(draft);
    const id = draft.slice('/drafts/'.length);
    const first = (await helper.get(draft)).headers.location ?? '';
    expect((await helper.get(first)).text).not.toContain(birthAnswers.childName);
    const { headers } = await helper.fill(first, { childName: 'Vũ Gia Khánh' });
    await helper.upload(`${draft}/papers/otherPaper1`, Buffer.from('%PDF-1.7\n%%EOF\n'), 'uỷ quyền.pdf');
    await helper.fill(headers.location ?? '');
    expect((await helper.get(`${draft}/check`)).text).toContain(`${draft}/confirmation`);
    expect(await shown(id)).toContain('Xác nhận và gửi bổ sung');
    await send(id);
    const early = world.sms.code;
    await world.owner.query('UPDATE applications.draft SET version = version + 1 WHERE id = $1', [id]);
    expect((await confirm(id, early)).headers.location).toContain('refused=draft-changed');
    await shown(id);
    await send(id);
    expect(phone()).toMatchObject({
      to: granny.phone,
      text: expect.stringContaining(`bổ sung hồ sơ ${number}`),
    });
    const form = { code: world.sms.code, application };
    const tabs = await Promise.all([1, 2].map(() => helper.post(`${draft}/confirmation`, form)));
    expect(tabs.map(({ headers: { location } }) => location)).toEqual([
      '/assisted-supplements?done=sent',
      '/assisted-supplements?done=sent',
    ]);
    const { manager } = world.portal.database;
    const events = await readEvents(manager, world.portal, application);
    const { canonical, evidence } = (events.at(-1)?.details.confirmation ?? {}) as ConfirmedByCode;
    expect(events.map(({ type }) => type)).toEqual(['file', 'request-supplement', 'answer-supplement']);
    expect(evidence).toMatchObject({ kind: 'phone-code', digest: digest(canonical).toString('hex') });
    expect(JSON.parse(canonical)).toMatchObject({
      answers: { childName: 'Vũ Gia Khánh' },
      representation: { representedBy: helper.id, representedByName: helper.name },
    });
    expect((await readAnswers(manager, world.portal, application)).childName).toBe('Vũ Gia Khánh');
    const [row] = await world.owner.query(
      `SELECT (SELECT count(*)::int FROM applications.draft WHERE supplements = $1) AS drafts,
         (SELECT owner_person_id = person_id FROM documents.attachment WHERE case_id = $1) AS theirs,
         (SELECT count(*)::int FROM audit.access_event WHERE case_id = $1 AND actor_id = $2) AS looks
       FROM applications.application WHERE id = $1`,
      [application, helper.id],
    );
    expect(row).toEqual({ drafts: 0, theirs: true, looks: 2 });
    expect((await helper.get(`/applications/${application}`)).status).toBe(404);
  });

  test('is guessed five times at most, ends after ten minutes, and after the mandate', async () => {
    const id = await drafted();
    await shown(id);
    await send(id);
    const { code } = world.sms;
    for (let tries = 0; tries < 5; tries += 1) await confirm(id, String(100_000 + tries));
    expect((await confirm(id, code)).headers.location).toContain('refused=code-over');
    await send(id);
    world.db.clock.advance(10 * 60_000);
    expect((await confirm(id, world.sms.code)).headers.location).toContain('refused=code-over');
    await send(id);
    await world.owner.query(
      `UPDATE identity.mandate SET ended_at = now() WHERE evidence->>'fresh' = 'phone-code'`,
    );
    expect((await confirm(id, world.sms.code)).headers.location).toContain('refused=mandate-ended');
    expect(await isFiled(id)).toBe(false);
  });

  test('has an account by signing up later, with the same phone, and finds the application in it', async () => {
    const later = await world.citizen(granny);
    const { text } = await later.get('/applications');
    expect(text).toContain('Đăng ký khai sinh');
    const [{ id }] = await world.owner.query('SELECT id FROM applications.application WHERE person_id = $1', [
      later.id,
    ]);
    expect((await later.get(`/applications/${id}/receipt`)).text).toContain(
      'Mã gửi đến số điện thoại đã đăng ký',
    );
    expect((await later.get(`/applications/${id}`)).text).toContain('Đã xác nhận bằng mã');
    await expect(world.citizen(granny)).rejects.toThrow('409');
  });
});
