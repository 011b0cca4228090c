import { stringify } from 'yaml';
import { revisionInForce, revisionsOf } from '#lib/catalogue';
import { digest, type Platform } from '#lib/platform';
import { verifyEvidence } from '#lib/identity';
import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { signingOptionsIn } from '../../../../test/portal-world.js';
import { beginNew, smallDefinition, walkProposals } from '../draft/designers.fixture.js';

let world: DeskWorld;
let worker: Platform;
let yen: OfficerAtWork;
let huy: OfficerAtWork;
let binh: OfficerAtWork;

beforeAll(async () => {
  world = await createDeskWorld();
  worker = await world.db.platform('worker');
  yen = await world.officer('Vương Thị Hải Yến', 'designer');
  huy = await world.officer('Tạ Quang Huy', 'designer');
  binh = await world.officer('Đỗ Thanh Bình', 'designer');
}, 120_000);
afterAll(() => world?.close());

let codes = 0;
const newCode = () => `9.7703${String((codes += 1)).padStart(2, '0')}`;
const today = { 'in-force-day': '20', 'in-force-month': '11', 'in-force-year': '2026' };
const tomorrow = { ...today, 'in-force-day': '21' };
const day = 86_400_000;

async function proposed(code: string, when = today, title?: string): Promise<string> {
  const draft = await beginNew(yen.browser, code, smallDefinition(code, title));
  const sent = await propose(draft, when);
  expect(sent.headers.location).toBe(`${draft}/proposal?done=proposed`);
  return draft;
}

/** Sends the proposal; the worker then walks it. */
async function propose(draft: string, when: Record<string, string>, version = '1') {
  const sent = await sendProposal(draft, when, version);
  await walkProposals(worker, world.owner);
  return sent;
}
const sendProposal = (draft: string, when: Record<string, string>, version = '1') =>
  yen.browser.postForm(`${draft}/proposal`, { version, reason: 'Theo Nghị định mới', ...when });

/** What the browser posts when a designer confirms on the page of a proposal. */
async function approval({ browser }: OfficerAtWork, draft: string) {
  const page = (await browser.get(`${draft}/proposal`)).text;
  const assertion = JSON.stringify(browser.device.getJSON(browser.origin, signingOptionsIn(page)));
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return { proposal: hidden('proposal'), nonce: hidden('nonce'), assertion };
}
const approve = async (who: OfficerAtWork, draft: string) =>
  who.browser.postForm(`${draft}/proposal/approval`, await approval(who, draft));
const textOf = ({ text }: { text: string }) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const words = { vi: 'bước', en: 'step', fr: 'étape' };
const published = (code: string) => revisionsOf(world.owner.manager, code);

test('a second designer publishes exactly the text they saw, with evidence of it', async () => {
  const code = newCode();
  const draft = await proposed(code);
  const answer = await approve(huy, draft);
  expect(answer.headers.location).toBe(`/design/procedures/${code}?done=published`);
  expect(await published(code)).toMatchObject([{ number: 1, designed: true, inForceUntil: null }]);
  const { definition } = await revisionInForce(world.owner.manager, code, world.db.clock.now());
  expect(definition).toMatchObject({ code, fee: { amountDong: 20_000 } });
  const [kept] = await world.owner.query(
    `SELECT canonical, evidence FROM designing.proposal JOIN designing.draft_revision AS draft
       ON draft.id = draft_id WHERE code = $1`,
    [code],
  );
  expect(await verifyEvidence(kept.evidence, digest(kept.canonical))).toBe(true);
  expect(JSON.parse(kept.canonical)).toMatchObject({
    purpose: 'publication',
    procedure: code,
    text: digest(smallDefinition(code)).toString('hex'),
    officer: huy.id,
  });
  const page = (await yen.browser.get(`/design/procedures/${code}`)).text;
  for (const said of [yen.name, huy.name, 'Theo Nghị định mới']) expect(page).toContain(said);
  expect((await yen.browser.get(`/design/procedures/${code}/revisions/1/definition.yaml`)).text).toBe(
    smallDefinition(code),
  );
});

test('neither who proposed nor who wrote any of it can publish it, and nobody else than a designer', async () => {
  const draft = await beginNew(huy.browser, newCode(), 'nháp');
  const code = hiddenCode(draft, await yen.browser.get(draft));
  await yen.browser.postForm(`${draft}/text`, { version: '1', text: smallDefinition(code) });
  await propose(draft, today, '2');
  const options = await approval(binh, draft);
  for (const who of [yen, huy]) {
    expect((await who.browser.get(`${draft}/proposal`)).text).not.toContain('data-passkey-sign');
    expect((await who.browser.postForm(`${draft}/proposal/approval`, options)).status).toBe(403);
  }
  const administrator = await world.officer('Hoàng Thị Bích Liên', 'administrator');
  for (const act of ['', '/approval', '/return', '/withdrawal'])
    expect((await administrator.browser.postForm(`${draft}/proposal${act}`, options)).status).toBe(404);
  expect((await administrator.browser.get(`${draft}/proposal`)).status).toBe(404);
  expect(await published(code)).toEqual([]);
  expect((await binh.browser.postForm(`${draft}/proposal/approval`, options)).status).toBe(303);
});

const hiddenCode = (_draft: string, { text }: { text: string }) => /9\.7703\d\d/.exec(text)?.[0] ?? '';

test('two who approve in the same instant publish one revision', async () => {
  const code = newCode();
  const draft = await proposed(code);
  const posts = await Promise.all([huy, binh].map(async (who) => [who, await approval(who, draft)] as const));
  const answers = await Promise.all(
    posts.map(([who, form]) => who.browser.postForm(`${draft}/proposal/approval`, form)),
  );
  expect(answers.map(({ headers }) => headers.location).toSorted()).toEqual(
    [`${draft}?refused=proposal-decided-already`, `/design/procedures/${code}?done=published`].toSorted(),
  );
  expect(await published(code)).toHaveLength(1);
});

test('a signature that is missing, another’s, or over another page publishes nothing', async () => {
  const code = newCode();
  const draft = await proposed(code);
  const form = await approval(huy, draft);
  const post = (who: OfficerAtWork, fields: Record<string, string>) =>
    who.browser.postForm(`${draft}/proposal/approval`, fields);
  expect((await post(binh, form)).status).toBe(400);
  expect((await post(huy, { ...form, nonce: 'A'.repeat(43) })).status).toBe(400);
  expect((await post(huy, { ...(await approval(huy, draft)), assertion: '' })).status).toBe(400);
  expect(await published(code)).toEqual([]);
});

test('what is proposed is not changed; returned with a reason it can be, taken back too', async () => {
  const code = newCode();
  const draft = await proposed(code);
  const { proposal } = await approval(huy, draft);
  const late = await huy.browser.postForm(`${draft}/text`, { version: '1', text: 'title: { vi: Muộn }' });
  expect([late.status, late.text.includes('title: { vi: Muộn }')]).toEqual([409, true]);
  expect((await huy.browser.postForm(`${draft}/end`, {})).headers.location).toContain(
    'refused=draft-revision-changed',
  );

  const unsaid = await huy.browser.postForm(`${draft}/proposal/return`, { proposal, reason: ' ' });
  expect([unsaid.status, unsaid.text.includes('Nhập lý do')]).toEqual([422, true]);
  await huy.browser.postForm(`${draft}/proposal/return`, { proposal, reason: 'Thiếu phí cấp lại' });
  const history = (await yen.browser.get(`${draft}/history`)).text;
  expect([history.includes('Thiếu phí cấp lại'), history.includes('Trả lại')]).toEqual([true, true]);

  await propose(draft, today);
  const again = await approval(huy, draft);
  const others = await huy.browser.postForm(`${draft}/proposal/withdrawal`, {
    proposal: again.proposal,
  });
  expect(others.status).toBe(403);
  await yen.browser.postForm(`${draft}/proposal/withdrawal`, { proposal: again.proposal });
  const answer = await huy.browser.postForm(`${draft}/proposal/approval`, again);
  expect(answer.headers.location).toBe(`${draft}?refused=proposal-decided-already`);
  expect(await published(code)).toEqual([]);
});

test('what cannot be proposed is said, with what was typed: faults, a day that is over, no reason', async () => {
  const code = newCode();
  const draft = await beginNew(
    yen.browser,
    code,
    smallDefinition(code).replace('route: filingPlace', 'route: x'),
  );
  expect((await yen.browser.get(`${draft}/proposal`)).text).toContain('Còn 1 điều phải sửa trước');
  expect((await propose(draft, today)).status).toBe(422);
  await yen.browser.postForm(`${draft}/text`, { version: '1', text: smallDefinition(code) });
  const over = await propose(draft, { ...today, 'in-force-day': '19' }, '2');
  expect([
    over.status,
    over.text.includes('Ngày có hiệu lực đã qua'),
    over.text.includes('Theo Nghị định mới'),
  ]).toEqual([422, true, true]);
  expect((await propose(draft, { ...today, reason: '' }, '2')).text).toContain('Nhập lý do');
  expect((await propose(draft, today, '1')).headers.location).toContain('refused=draft-revision-changed');
});

test('nothing is published before the worker has walked it through the engine', async () => {
  const code = newCode();
  const draft = await beginNew(yen.browser, code, smallDefinition(code));
  await sendProposal(draft, today);
  const page = (await huy.browser.get(`${draft}/proposal`)).text;
  expect(page).toContain('Thủ tục mới');
  expect([page.includes('đang đi thử'), page.includes('data-passkey-sign')]).toEqual([true, false]);
  await walkProposals(worker, world.owner);
  expect(textOf(await huy.browser.get(`${draft}/proposal`))).toMatch(
    /Đã đi thử \d+ bước .* không thấy điều gì sai\. (?!Quy trình có nhiều đường)/,
  );
  await world.owner.query('UPDATE designing.proposal SET walk_complete = false WHERE walk_complete');
  expect(textOf(await huy.browser.get(`${draft}/proposal`))).toContain('chưa đi hết mọi đường');

  const signed = await approval(huy, draft);
  const walked =
    'UPDATE designing.proposal SET walked_at = $2, walk_steps = $3, walk_findings = $4 WHERE id = $1';
  await world.owner.query(walked, [signed.proposal, null, null, null]);
  const early = await huy.browser.postForm(`${draft}/proposal/approval`, signed);
  expect([early.status, early.text.includes('Chưa đi thử xong')]).toEqual([422, true]);
  await world.owner.query(walked, [
    signed.proposal,
    world.db.clock.now(),
    1,
    '[{"path":"","code":"engine-state","facts":{}}]',
  ]);
  expect((await huy.browser.postForm(`${draft}/proposal/approval`, signed)).status).toBe(422);
  expect(await published(code)).toEqual([]);
});

test('what only the walk finds is shown with the way there, and nobody can publish it', async () => {
  const code = newCode();
  const labels = { label: words, past: words };
  const nobodySays: Record<string, unknown> = {
    id: 'made-up',
    title: words,
    initial: 'filed',
    states: {
      filed: {
        label: words,
        status: 4,
        waitsFor: 'officer',
        on: { go: { to: 'step', by: ['case'], ...labels } },
      },
      step: {
        label: words,
        status: 4,
        waitsFor: 'officer',
        on: { decide: { to: 'ended', by: ['approver'], guard: 'outcomeIsGrant', ...labels } },
      },
      ended: { label: words, status: 10, final: true },
    },
    sources: [],
    assumptions: [],
  };
  const text = smallDefinition(code).replace(
    'workflow: standard',
    stringify({ workflow: nobodySays }).trimEnd(),
  );
  const draft = await beginNew(yen.browser, code, text);
  expect((await propose(draft, today)).headers.location).toBe(`${draft}/proposal?done=proposed`);
  const page = await huy.browser.get(`${draft}/proposal`);
  expect(textOf(page)).toMatch(/Đi thử thấy 1 điều sai/);
  expect(page.text).not.toContain('data-passkey-sign');
});

test('a publication that could not be stored gives the signature back, to be sent once more', async () => {
  const code = newCode();
  const draft = await proposed(code);
  const signed = await approval(huy, draft);
  const send = () => huy.browser.postForm(`${draft}/proposal/approval`, signed);
  await world.owner.query(`ALTER TABLE catalogue.revision ADD CONSTRAINT test CHECK (code <> '${code}')`);
  expect((await send()).status).toBe(500);
  await world.owner.query('ALTER TABLE catalogue.revision DROP CONSTRAINT test');
  expect((await send()).headers.location).toContain('done=published');
  expect(await published(code)).toHaveLength(1);
});

test('going back is a new revision with an older text', async () => {
  const code = newCode();
  await approve(huy, await proposed(code));
  const begun = await yen.browser.postForm(`/design/procedures/${code}/drafts`, {});
  const second = begun.headers.location ?? '';
  await yen.browser.postForm(`${second}/text`, {
    version: '1',
    text: smallDefinition(code).replace('amountDong: 20000', 'amountDong: 99000'),
  });
  const compared = (await yen.browser.get(`/design/procedures/${code}/comparison`)).text;
  expect(compared).toMatch(/trước là 20\.000\s₫, nay là 99\.000\s₫/);
  expect(compared).toMatch(/<del>fee: \{ amountDong: 20000 \}<\/del>/);
  await propose(second, today, '2');
  world.db.clock.advance(1000);
  await approve(huy, second);
  const back =
    (await yen.browser.postForm(`/design/procedures/${code}/revisions/1/drafts`, {})).headers.location ?? '';
  expect((await yen.browser.get(`${back}/versions/1/definition.yaml`)).text).toBe(smallDefinition(code));
  await propose(back, today);
  world.db.clock.advance(1000);
  await approve(huy, back);
  const [third, , first] = await published(code);
  expect([third?.number, third?.digest]).toEqual([3, first?.digest]);
});

test('what ships and nobody had needed yet becomes a revision that one can go back to', async () => {
  const code = '1.000656';
  const begun = await yen.browser.postForm(`/design/procedures/${code}/drafts`, {});
  const draft = begun.headers.location ?? '';
  const shipped = (await yen.browser.get(`${draft}/versions/1/definition.yaml`)).text;
  await yen.browser.postForm(`${draft}/text`, {
    version: '1',
    text: `# Sửa\n${shipped.replace(/^ {2}vi: .*$/m, '  vi: Tên khác')}`,
  });
  await propose(draft, today, '2');
  expect((await approve(huy, draft)).headers.location).toContain('done=published');
  expect((await published(code)).map(({ number, designed }) => [number, designed])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect((await yen.browser.get(`/design/procedures/${code}/revisions/1/definition.yaml`)).text).toBe(
    shipped,
  );
});

test('with a day that lies ahead it waits, and nothing can come in force before it', async () => {
  const code = newCode();
  await approve(huy, await proposed(code, tomorrow));
  const now = world.db.clock.now();
  await expect(revisionInForce(world.owner.manager, code, now)).rejects.toMatchObject({ status: 404 });
  expect((await published(code))[0]?.inForceFrom).toEqual(new Date('2026-11-20T17:00:00Z'));
  const page = (await yen.browser.get(`/design/procedures/${code}`)).text;
  expect(page).toContain('Sẽ có hiệu lực từ 21/11/2026');
  const next =
    (await yen.browser.postForm(`/design/procedures/${code}/revisions/1/drafts`, {})).headers.location ?? '';
  const early = await propose(next, today);
  expect([early.status, early.text.includes('Đã có một bản khác sẽ có hiệu lực sau ngày này')]).toEqual([
    422,
    true,
  ]);
  expect((await propose(next, tomorrow)).status).toBe(303);
  await approve(huy, next);
  world.db.clock.advance(day);
  expect((await revisionInForce(world.owner.manager, code, world.db.clock.now())).number).toBe(2);
});
