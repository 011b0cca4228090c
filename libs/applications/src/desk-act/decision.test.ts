import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { usualOfficeHours } from '#lib/calendar';
import { revisionById } from '#lib/catalogue';
import { type Evidence, verifyEvidence } from '#lib/identity';
import { agencyById } from '#lib/organisations';
import { digest, newId } from '#lib/platform';
import { renderPage } from '#lib/web';
import { cutAt } from '../../../../test/cut-at.js';
import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import type { Filed } from '../../../../test/file-application.js';
import { performAct } from '../act/perform-act.js';
import { readAnswers } from '../application/answers.js';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { ApplicationPage } from '../tracking/application-page.js';
import { decisionOf as citizensDecision } from '../tracking/decision-of.js';
import { ResultPage } from '../result/result-page.js';
import { hiddenIn, sentAgain } from '../draft/page-form.fixture.js';

let world: DeskWorld;
let mai: OfficerAtWork;
let toan: OfficerAtWork;
let an: OfficerAtWork;
let bao: OfficerAtWork;
let filed: Filed;

beforeAll(async () => {
  world = await createDeskWorld();
  mai = await world.officer('Trần Thanh Mai', 'intake');
  toan = await world.officer('Nguyễn Đức Toàn', 'case');
  an = await world.officer('Phan Thị Hoài An', 'approver');
  bao = await world.officer('Lương Quốc Bảo', 'approver');
});
afterAll(() => world?.close());

const proposal = {
  outcome: 'grant',
  reason: 'Đủ điều kiện.',
  text: 'Đồng ý đăng ký khai sinh cho trẻ Phạm Gia Bảo.',
};

const refusal = {
  outcome: 'refuse',
  reason: 'Lời chứng không hợp lệ.',
  text: 'Văn bản làm chứng không có chữ ký của người làm chứng.',
};

/** An application that waits for its decision. */
beforeEach(async () => {
  filed = await world.file();
  await perform(mai, 'accept');
  await perform(toan, 'propose', proposal);
});

const path = (event: string) => `/applications/${filed.id}/acts/${event}`;
const page = async ({ browser }: OfficerAtWork, event = 'decide') => (await browser.get(path(event))).text;

async function perform(
  officer: OfficerAtWork,
  event: string,
  fields: Record<string, string> = {},
): Promise<void> {
  await officer.browser.postForm(path(event), { ...hiddenIn(await page(officer, event)), ...fields });
}

/** What the browser posts when the officer confirms on this page. */
function signedForm({ browser }: OfficerAtWork, signingPage: string): Record<string, string> {
  return {
    ...hiddenIn(signingPage),
    assertion: JSON.stringify(browser.device.getJSON(browser.origin, optionsIn(signingPage))),
  };
}

async function decisionOf({ id }: Filed) {
  const events = await readEvents(world.desk.database.manager, world.desk, id);
  return events.filter(({ type }) => type === 'decide');
}

test('the approver reads all of the decision and signs exactly that', async () => {
  const signingPage = await page(an);
  for (const shown of ['Đồng ý giải quyết', proposal.text, proposal.reason, toan.name, 'Phạm Thị Lan'])
    expect(signingPage).toContain(shown);

  const response = await an.browser.postForm(path('decide'), signedForm(an, signingPage));
  expect([response.status, response.headers.location]).toEqual([303, `/applications/${filed.id}?done=4`]);

  const [decided, ...others] = await decisionOf(filed);
  expect(others).toEqual([]);
  if (!decided) throw new Error('Nothing was decided');
  const { canonical, evidence, ...rest } = decided.details as unknown as {
    canonical: string;
    evidence: Evidence;
  };
  expect(rest).toMatchObject({ outcome: 'grant', text: proposal.text });
  expect(JSON.parse(canonical)).toMatchObject({
    purpose: 'decision',
    application: filed.id,
    number: filed.number,
    version: 3,
    outcome: 'grant',
    text: proposal.text,
    officer: an.id,
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(await verifyEvidence(evidence, digest(canonical))).toBe(true);
  expect(await verifyEvidence(evidence, digest(`${canonical} `))).toBe(false);

  const caseFile = await an.browser.get(`/applications/${filed.id}`);
  expect(caseFile.text).toContain('Chữ ký bằng khóa truy cập của người ký quyết định khớp');
  expect(caseFile.text).not.toContain('class="govuk-warning-text"');
});

test('a decision whose line is cut while it is stored can be sent again as it was signed, and is one', async () => {
  const form = signedForm(an, await page(an));
  const cut = await cutAt(world.owner, 'applications.event', () => an.browser.postForm(path('decide'), form));
  expect([cut.status, cut.headers['retry-after']]).toEqual([503, '10']);
  expect(await decisionOf(filed)).toEqual([]);
  const again = await an.browser.postForm(path('decide'), sentAgain(cut.text));
  expect(again.headers.location).toBe(`/applications/${filed.id}?done=4`);
  const double = await an.browser.postForm(path('decide'), sentAgain(cut.text));
  expect(double.headers.location).toBe(`/applications/${filed.id}?done=4`);
  expect(await decisionOf(filed)).toHaveLength(1);
});

test('two approvers who decide in the same instant: one wins, the other sees who did, and there is one decision', async () => {
  const forms = await Promise.all([an, bao].map(async (officer) => signedForm(officer, await page(officer))));
  const answers = await Promise.all(
    [an, bao].map((officer, index) => officer.browser.postForm(path('decide'), forms[index] ?? {})),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  expect(await decisionOf(filed)).toHaveLength(1);
  const [winner, loser] = answers[0]?.status === 303 ? [an, answers[1]] : [bao, answers[0]];
  expect(loser?.text).toContain('Hồ sơ đã thay đổi trong lúc bạn làm');
  expect(loser?.text).toContain(winner.name);
});

test('a decision posted twice, also in the same instant, is one decision', async () => {
  const form = signedForm(an, await page(an));
  const post = () => an.browser.postForm(path('decide'), form);
  const answers = await Promise.all([post(), post()]);
  answers.push(await post());
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
  expect(await decisionOf(filed)).toHaveLength(1);
});

test('the signature of another officer, over another decision, or none at all, decides nothing', async () => {
  const anothers = signedForm(an, await page(an));
  const refused = await bao.browser.postForm(path('decide'), {
    ...hiddenIn(await page(bao)),
    assertion: anothers.assertion ?? '',
  });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Chưa ký được');

  const otherNonce = { ...signedForm(an, await page(an)), nonce: 'A'.repeat(43) };
  expect((await an.browser.postForm(path('decide'), otherNonce)).status).toBe(400);
  const unsigned = await an.browser.postForm(path('decide'), hiddenIn(await page(an)));
  expect(unsigned.status).toBe(200);
  expect(await decisionOf(filed)).toHaveLength(0);

  const lastTry = await an.browser.postForm(path('decide'), signedForm(an, unsigned.text));
  expect(lastTry.status).toBe(303);
});

test('a decision whose proposal was taken back and made anew is not the one that was signed', async () => {
  const form = signedForm(an, await page(an));
  await perform(bao, 'send-back', { reason: 'Thiếu chữ ký người làm chứng.' });
  await perform(toan, 'propose', refusal);
  const response = await an.browser.postForm(path('decide'), form);
  expect(response.status).toBe(409);
  expect(response.text).toContain('Thiếu chữ ký người làm chứng.');
  expect(await decisionOf(filed)).toHaveLength(0);
});

test('an approval without words to the applicant has none: the internal reason stays with the officers', async () => {
  await perform(bao, 'send-back', { reason: 'Bỏ lời nhắn.' });
  await perform(toan, 'propose', { outcome: 'grant', reason: proposal.reason });
  const signingPage = await page(an);
  expect(signingPage).toContain('Không có lời nào thêm');
  await an.browser.postForm(path('decide'), signedForm(an, signingPage));
  const [decided] = await decisionOf(filed);
  expect(decided?.details).toMatchObject({ outcome: 'grant', text: '' });
  expect(JSON.stringify(decided?.details)).not.toContain(proposal.reason);
});

test('a refusal is not proposed without words to the applicant', async () => {
  await perform(bao, 'send-back', { reason: 'Từ chối thì đúng hơn.' });
  const response = await toan.browser.postForm(path('propose'), {
    ...hiddenIn(await page(toan, 'propose')),
    ...refusal,
    text: ' ',
  });
  expect(response.status).toBe(422);
  expect(response.text).toContain('href="#text"');
  expect(response.text).toContain('vì sao từ chối');
  expect(response.text).toContain(refusal.reason);
});

test('a refusal proposed without words, before they were required, is not signed but sent back', async () => {
  await perform(bao, 'send-back', { reason: 'Từ chối thì đúng hơn.' });
  await performAct(world.desk.database.manager, world.desk, {
    applicationId: filed.id,
    event: 'propose',
    version: 4,
    idempotencyKey: newId(),
    actor: { kind: 'officer', id: toan.id, name: toan.name },
    as: ['case'],
    purpose: 'case-handling',
    details: { outcome: 'refuse', reason: refusal.reason },
  });
  const response = await an.browser.get(path('decide'));
  expect(response.status).toBe(409);
  expect(response.text).toContain('Trả lại cán bộ thụ lý');
  expect(response.text).not.toContain('data-passkey-sign');
});

test('what officers write to each other reaches the citizen nowhere', async () => {
  const internal = 'NỘI BỘ: đã xác minh với công an.';
  await perform(bao, 'send-back', { reason: internal });
  await perform(toan, 'propose', { ...refusal, reason: internal });
  await an.browser.postForm(path('decide'), signedForm(an, await page(an)));
  const { manager } = world.portal.database;
  const context = { app: 'portal', language: 'vi', path: '/' } as const;
  const application = await manager.findOneByOrFail(Application, { id: filed.id });
  const file = {
    context,
    application,
    definition: (await revisionById(manager, application.revisionId)).definition,
    agency: await agencyById(manager, application.agencyId),
    events: await readEvents(manager, world.portal, filed.id),
    answers: await readAnswers(manager, world.portal, filed.id),
  };
  const decision = citizensDecision(file.events);
  if (!decision) throw new Error('Nothing was decided');
  const conversation = { applicationId: filed.id, messages: 0, unanswered: false };
  const hours = usualOfficeHours;
  const belonging = { parts: [], whole: undefined, undoes: undefined };
  const now = world.portal.clock.now();
  const pages = [
    renderPage(ApplicationPage({ ...file, belonging, conversation, hours, mine: true, now })),
    renderPage(ResultPage({ ...file, decision })),
  ];
  expect(pages[1]).toContain(refusal.text);
  for (const shown of pages) expect(shown).not.toContain('NỘI BỘ');
});

function optionsIn(html: string): PublicKeyCredentialRequestOptionsJSON {
  const [, options = ''] = /data-options="([^"]*)"/.exec(html) ?? [];
  return JSON.parse(options.replaceAll('&quot;', '"')) as PublicKeyCredentialRequestOptionsJSON;
}
