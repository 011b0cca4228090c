import * as fc from 'fast-check';
import type { Response } from 'supertest';
import { newId } from '#lib/platform';
import {
  createDeskWorld,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import { performAct } from '../act/perform-act.js';
import type { Filed } from '../../../../test/file-application.js';
import { hiddenIn } from '../draft/page-form.fixture.js';

let world: DeskWorld;
let mai: OfficerAtWork;
let toan: OfficerAtWork;
let an: OfficerAtWork;
let filed: Filed;

beforeAll(async () => {
  world = await createDeskWorld();
  mai = await world.officer('Trần Thanh Mai', 'intake');
  toan = await world.officer('Nguyễn Đức Toàn', 'case');
  an = await world.officer('Phan Thị Hoài An', 'approver');
});
afterAll(() => world?.close());
beforeEach(async () => {
  filed = await world.file();
});

const actPath = (event: string, { id } = filed) => `/applications/${id}/acts/${event}`;
const refusal = { reason: 'Hồ sơ gửi sai nơi.', ground: 'Điều 13 Luật Hộ tịch 2014' };
const proposal = { outcome: 'grant', reason: 'Đủ điều kiện đăng ký khai sinh.' };

/** Opens the page of an act and posts its form with these fields filled in. */
async function perform(
  officer: OfficerAtWork,
  event: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const page = await officer.browser.get(actPath(event));
  return officer.browser.postForm(actPath(event), { ...hiddenIn(page.text), ...fields });
}

describe('an act', () => {
  test('moves the application, is entered with its officer, and leads to the case file that says so', async () => {
    const done = await perform(mai, 'accept');
    expect([done.status, done.headers.location]).toEqual([303, `/applications/${filed.id}?done=2`]);
    const caseFile = await mai.browser.get(done.headers.location as string);
    expect(caseFile.text).toContain('Hồ sơ đã được tiếp nhận');
    expect(await eventsOf(filed)).toEqual([
      { sequence: 1, type: 'file', actor_id: filed.personId },
      { sequence: 2, type: 'accept', actor_id: mai.id },
    ]);
  });

  test('posted twice, also in the same instant, is one act', async () => {
    const fields = hiddenIn((await mai.browser.get(actPath('accept'))).text);
    const post = () => mai.browser.postForm(actPath('accept'), fields);
    const answers = await Promise.all([post(), post(), post()]);
    answers.push(await post());
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await eventsOf(filed)).toHaveLength(2);
  });

  test('that needs a reason and a ground is not performed without them, and keeps what was typed', async () => {
    const response = await perform(mai, 'refuse', { ...refusal, ground: ' ' });
    expect(response.status).toBe(422);
    expect(response.text).toContain('Nhập căn cứ pháp lý');
    expect(response.text).toContain('href="#ground"');
    expect(response.text).toContain(refusal.reason);
    expect(await eventsOf(filed)).toHaveLength(1);

    expect((await perform(mai, 'refuse', refusal)).status).toBe(303);
    const caseFile = await mai.browser.get(`/applications/${filed.id}`);
    expect(caseFile.text).toContain(refusal.ground);
    expect(caseFile.text).toContain('Hồ sơ đã kết thúc');
  });
});

describe('two officers in the same instant', () => {
  test('one wins, the other learns what happened and keeps what they typed', async () => {
    const bao = await world.officer('Lương Quốc Bảo', 'intake');
    const [accepting, refusing] = await Promise.all([
      mai.browser.get(actPath('accept')),
      bao.browser.get(actPath('refuse')),
    ]);
    const answers = await Promise.all([
      mai.browser.postForm(actPath('accept'), hiddenIn(accepting.text)),
      bao.browser.postForm(actPath('refuse'), { ...hiddenIn(refusing.text), ...refusal }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await eventsOf(filed)).toHaveLength(2);
    const lost = answers.find(({ status }) => status === 409);
    const winner = answers[0]?.status === 303 ? mai : bao;
    expect(lost?.text).toContain('Hồ sơ đã thay đổi trong lúc bạn làm');
    expect(lost?.text).toContain(winner.name);
    expect(lost?.text).toContain(`href="/applications/${filed.id}"`);
    if (winner === mai) expect(lost?.text).toContain(refusal.reason);
  });

  test('whoever typed a request for an hour keeps it, also where the act has passed to another role', async () => {
    const stale = hiddenIn((await mai.browser.get(actPath('request-supplement'))).text);
    const bao = await world.officer('Lương Quốc Bảo', 'intake');
    await perform(bao, 'accept');
    const asked = { ...stale, item: 'childName', 'reason-childName': 'Tên khác giấy chứng sinh.' };
    const response = await mai.browser.postForm(actPath('request-supplement'), asked);
    expect(response.status).toBe(409);
    expect(response.text).toContain(bao.name);
    expect(response.text).toContain('Tên khác giấy chứng sinh.');
    expect(response.text).toContain('Nội dung này chưa được gửi đi');
  });

  test('an act that is still open can be sent again from the page that tells of the change', async () => {
    await perform(mai, 'accept');
    const stale = hiddenIn((await toan.browser.get(actPath('propose'))).text);
    await perform(toan, 'propose', proposal);
    await perform(an, 'send-back', { reason: 'Xem lại giấy chứng sinh.' });

    const conflict = await toan.browser.postForm(actPath('propose'), { ...stale, ...proposal });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('Xem lại giấy chứng sinh.');
    expect(conflict.text).toContain(proposal.reason);
    const again = await toan.browser.postForm(actPath('propose'), {
      ...hiddenIn(conflict.text),
      ...proposal,
    });
    expect(again.status).toBe(303);
  });
});

describe('a request for supplements', () => {
  const asked = {
    item: 'childName',
    'reason-childName': 'Tên trẻ khác với giấy chứng sinh.',
    'other-name-1': 'Giấy uỷ quyền',
    'other-reason-1': 'Người nộp không phải là cha, mẹ.',
    note: 'Chỉ cần ảnh chụp rõ chữ.',
  };

  test('asks for fields, papers and what the form does not list, all at once', async () => {
    const page = await mai.browser.get(actPath('request-supplement'));
    expect(page.text).toContain('value="childName"');
    expect(page.text).toContain('value="witnessStatement"');
    expect(page.text).not.toContain('value="fatherName"');

    expect((await perform(mai, 'request-supplement', asked)).status).toBe(303);
    const caseFile = await mai.browser.get(`/applications/${filed.id}`);
    for (const said of [
      asked['reason-childName'],
      asked['other-name-1'],
      asked['other-reason-1'],
      asked.note,
    ])
      expect(caseFile.text).toContain(said);
    expect(caseFile.text).toContain('Đang chờ người nộp bổ sung');
  });

  test.each([
    ['nothing', {}, 'Đánh dấu ít nhất một'],
    ['an item without its reason', { item: 'childName' }, 'Nêu cần sửa hoặc bổ sung gì'],
    ['a reason without its tick', { 'reason-childName': 'Tên trẻ khác.' }, 'chưa đánh dấu'],
    ['a paper without its name', { 'other-reason-1': 'Cần có.' }, 'Nhập tên giấy tờ'],
    [
      'a field that is not in the form',
      { item: 'fatherName', 'reason-fatherName': 'x' },
      'Đánh dấu ít nhất một',
    ],
  ])('is refused for %s', async (_, fields, sentence) => {
    const response = await perform(mai, 'request-supplement', fields as Record<string, string>);
    expect(response.status).toBe(422);
    expect(response.text).toContain(sentence);
    expect(await eventsOf(filed)).toHaveLength(1);
  });
});

describe('a second request for supplements', () => {
  const first = { item: 'childName', 'reason-childName': 'Tên trẻ khác với giấy chứng sinh.' };
  const other = { 'other-name-1': 'Giấy uỷ quyền', 'other-reason-1': 'Người nộp không phải là cha, mẹ.' };

  beforeEach(async () => {
    await perform(mai, 'request-supplement', { ...first, ...other });
    const { manager } = world.portal.database;
    await performAct(manager, world.portal, {
      applicationId: filed.id,
      event: 'answer-supplement',
      version: 2,
      idempotencyKey: newId(),
      actor: { kind: 'citizen', id: filed.personId, name: 'Phạm Thị Lan' },
      as: ['citizen'],
      purpose: 'application',
      details: { changed: ['childName'], others: [] },
    });
  });

  test('tells of the first on its page', async () => {
    const { text } = await mai.browser.get(actPath('request-supplement'));
    expect(text).toContain('Hồ sơ này đã được yêu cầu bổ sung');
    expect(text).toContain(first['reason-childName']);
    expect(text).toContain(`(${mai.name}, `);
  });

  test.each([
    ['the same field', { ...first, 'reason-childName': 'Vẫn khác.' }],
    [
      'the same paper, however it is written',
      { ...other, 'other-name-1': ' giấy  uỷ quyền', 'other-reason-1': 'Thiếu.' },
    ],
  ])('for %s is refused with a sentence that names the first', async (_, fields) => {
    const response = await perform(mai, 'request-supplement', fields as Record<string, string>);
    expect(response.status).toBe(422);
    expect(response.text).toContain(`đã được ${mai.name} yêu cầu lúc`);
    expect(response.text).toContain('href="#insufficient"');
    expect(await eventsOf(filed)).toHaveLength(3);
  });

  test('goes out where the officer states that the answer is insufficient, and says why in other words', async () => {
    const again = { ...first, insufficient: 'yes' };
    const same = await perform(mai, 'request-supplement', again);
    expect([same.status, same.text.includes('với đúng lý do này')]).toEqual([422, true]);
    const why = { ...again, 'reason-childName': 'Ảnh giấy chứng sinh bị mờ.' };
    expect((await perform(mai, 'request-supplement', why)).status).toBe(303);
    expect(await eventsOf(filed)).toHaveLength(4);
  });

  test('for something else goes out without more', async () => {
    const fields = { item: 'childSex', 'reason-childSex': 'Khác giấy chứng sinh.' };
    expect((await perform(mai, 'request-supplement', fields)).status).toBe(303);
  });
});

describe('who may', () => {
  test('an officer of another agency finds nothing, whatever they ask for', async () => {
    const stranger = await world.officer('Huỳnh Mỹ Duyên', 'intake', hoanKiem);
    const fields = hiddenIn((await mai.browser.get(actPath('accept'))).text);
    const answers = [
      await stranger.browser.get(`/applications/${filed.id}`),
      await stranger.browser.get(actPath('accept')),
      await stranger.browser.postForm(actPath('accept'), fields),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(answers.some(({ text }) => text.includes('Phạm Thị Lan'))).toBe(false);
  });

  test('each role has its own acts and no others', async () => {
    expect(await actsOpenTo(mai)).toEqual(['accept', 'request-supplement', 'refuse']);
    expect(await actsOpenTo(toan)).toEqual([]);
    await perform(mai, 'accept');
    expect(await actsOpenTo(mai)).toEqual([]);
    expect(await actsOpenTo(toan)).toEqual(['propose', 'request-supplement']);
    await perform(toan, 'propose', proposal);
    expect(await actsOpenTo(toan)).toEqual([]);
    expect(await actsOpenTo(an)).toEqual(['decide', 'send-back']);
  });

  test('intake cannot propose, a case officer cannot decide, by page or by post', async () => {
    await perform(mai, 'accept');
    const version = { version: '2', key: newId() };
    expect((await mai.browser.get(actPath('propose'))).status).toBe(403);
    expect((await mai.browser.postForm(actPath('propose'), { ...version, ...proposal })).status).toBe(403);
    await perform(toan, 'propose', proposal);
    expect((await toan.browser.get(actPath('decide'))).status).toBe(403);
    expect((await toan.browser.postForm(actPath('decide'), { ...version, version: '3' })).status).toBe(403);
    expect(await eventsOf(filed)).toHaveLength(3);
  });

  test('an officer whose role has ended is nobody from that moment on', async () => {
    const leaving = await world.officer('Đỗ Hồng Vân', 'intake');
    const fields = hiddenIn((await leaving.browser.get(actPath('accept'))).text);
    await world.owner.query('UPDATE organisations.officer_role SET valid_until = $2 WHERE officer_id = $1', [
      leaving.id,
      world.db.clock.now(),
    ]);
    expect((await leaving.browser.get(`/applications/${filed.id}`)).headers.location).toMatch(/^\/sign-in/);
    expect((await leaving.browser.postForm(actPath('accept'), fields)).status).toBe(401);
    expect(await eventsOf(filed)).toHaveLength(1);
  });

  test('the acts of citizens and of the system are not there for officers', async () => {
    for (const event of ['withdraw', 'answer-supplement', 'deliver', 'nonsense', 'constructor', '__proto__'])
      expect([event, (await mai.browser.get(actPath(event))).status]).toEqual([event, 404]);
  });

  test('a post that another site sent is refused', async () => {
    const fields = hiddenIn((await mai.browser.get(actPath('accept'))).text);
    const response = await mai.browser.postJson(actPath('accept'), fields, {
      'sec-fetch-site': 'cross-site',
    });
    expect(response.status).toBe(403);
    expect(await eventsOf(filed)).toHaveLength(1);
  });
});

test('an act whose time has not come says where the application stands', async () => {
  const response = await an.browser.get(actPath('decide'));
  expect(response.status).toBe(409);
  expect(response.text).toContain('Đã nộp, chờ tiếp nhận');
});

test('a version the application has never had is a conflict', async () => {
  const response = await mai.browser.postForm(actPath('accept'), { version: '7', key: newId() });
  expect(response.status).toBe(409);
  expect(await eventsOf(filed)).toHaveLength(1);
});

test('no body makes the desk fail or lets an act through', async () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('1', '2', newId(), '\0', '\uD800', '__proto__'),
  );
  const value = fc.oneof(
    text,
    fc.array(text, { maxLength: 3 }),
    fc.integer(),
    fc.constant(null),
    fc.object({ maxDepth: 1 }),
  );
  const names = fc.constantFrom(
    'version',
    'key',
    'item',
    'reason',
    'ground',
    'outcome',
    'text',
    'nonce',
    'assertion',
    'reason-childName',
    'other-name-1',
    'other-reason-1',
    'note',
  );
  const bodies = fc.oneof(
    fc.dictionary(fc.oneof(names, fc.string()), value),
    fc.array(value),
    fc.constant(null),
  );
  await perform(mai, 'accept');
  await perform(toan, 'propose', proposal);
  const events = fc.constantFrom<[string, OfficerAtWork]>(
    ['decide', an],
    ['send-back', an],
    ['propose', toan],
    ['accept', mai],
  );
  await fc.assert(
    fc.asyncProperty(events, bodies, async ([event, officer], body) => {
      const response = await officer.browser.postJson(actPath(event), body);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    }),
    { numRuns: 60 },
  );
  expect(await eventsOf(filed)).toHaveLength(3);
}, 120_000);

async function eventsOf({ id }: Filed): Promise<{ sequence: number; type: string; actor_id: string }[]> {
  return world.owner.query(
    'SELECT sequence, type, actor_id FROM applications.event WHERE application_id = $1 ORDER BY sequence',
    [id],
  );
}

/** The hidden fields of the last form of a page: those of the act. */

async function actsOpenTo({ browser }: OfficerAtWork): Promise<string[]> {
  const { text } = await browser.get(`/applications/${filed.id}`);
  return [...text.matchAll(/href="\/applications\/[\w-]+\/acts\/([\w-]+)"/g)].map(([, event]) => event ?? '');
}
