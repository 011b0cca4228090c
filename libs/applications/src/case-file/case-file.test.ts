import { Readable } from 'node:stream';
import { receiveUpload, storeAttachment, type StoredAttachment } from '#lib/documents';
import { newId, seal } from '#lib/platform';
import {
  createDeskWorld,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import { birthAnswers, type Filed } from '../../../../test/file-application.js';
import { performAct } from '../act/perform-act.js';

let world: DeskWorld;
let mai: OfficerAtWork;
let filed: Filed;

beforeAll(async () => {
  world = await createDeskWorld();
  mai = await world.officer('Trần Thanh Mai', 'intake');
});
afterAll(() => world?.close());
beforeEach(async () => {
  filed = await world.file();
});

const open = ({ browser }: OfficerAtWork, { id }: { id: string } = filed) =>
  browser.get(`/applications/${id}`);

test('a case file says what is the case, until when and why, what was answered and what happened', async () => {
  const { status, text } = await open(mai);
  expect(status).toBe(200);
  expect(text).toMatch(/<h1[^>]*>Đã nộp, chờ tiếp nhận<\/h1>/);
  expect(text).toContain('Phạm Thị Lan');
  expect(text).toContain('Không tính ngày đầu tiên của thời hạn');
  expect(text).toContain('Phạm Gia Bảo');
  expect(text).toContain('lời chứng.pdf');
  expect(text).toContain('Đã ký và nộp hồ sơ');
});

test('each answer the register filled in says whether it still is what the register said', async () => {
  const read = { register: 'population-register' as const, asOf: '2026-11-19T03:00:00Z' };
  const known = await world.file({
    sources: { requesterName: { ...read, unchanged: true }, motherName: { ...read, unchanged: false } },
  });
  const { text } = await open(mai, known);
  const valueOf = (label: string) => new RegExp(`${label}</dt><dd[^>]*>(.*?)</dd>`, 's').exec(text)?.[1];
  expect(valueOf('Họ, chữ đệm, tên của người yêu cầu')).toContain(
    'Khớp với Cơ sở dữ liệu quốc gia về dân cư (19/11/2026)',
  );
  expect(valueOf('Họ, chữ đệm, tên của mẹ')).toMatch(/govuk-tag--red">Khác với dữ liệu dân cư</);
  expect(valueOf('Họ, chữ đệm, tên của trẻ')).not.toMatch(/dân cư/);
});

test('what was filed before sources were kept is read as it was', async () => {
  const { encryptionKey } = world.portal.config.secrets;
  const sealed = seal(encryptionKey, `answers:sealed:${filed.id}/1`, JSON.stringify(birthAnswers));
  await world.owner.query('UPDATE applications.answers SET answers_sealed = $2 WHERE application_id = $1', [
    filed.id,
    sealed,
  ]);
  const { status, text } = await open(mai);
  expect([status, text]).toEqual([200, expect.stringContaining('Phạm Gia Bảo')]);
});

test('labels begin with a capital letter, also those of the standard form', async () => {
  const answers = { applicantName: 'Phạm Thị Lan', request: 'Xin giải quyết.' };
  const { text } = await open(mai, await world.file({ code: '1.011728', answers }));
  expect(text).toContain('>Họ, chữ đệm, tên của người nộp</dt>');
});

test('that a case file was seen is recorded, whose it is, by whom, in whose name and why', async () => {
  await open(mai);
  const [agency]: { agency_id: string }[] = await world.owner.query(
    'SELECT agency_id FROM applications.application WHERE id = $1',
    [filed.id],
  );
  expect(await accessesTo(filed)).toEqual([
    {
      at: world.db.clock.now(),
      actor_kind: 'officer',
      actor_id: mai.id,
      agency_id: agency?.agency_id,
      purpose: 'case-handling',
      subject_person_id: filed.personId,
      case_id: filed.id,
      what: 'case-file',
    },
  ]);
});

test('whoever else is named in it by an ID number is told that they were seen, and not in what', async () => {
  const minh = { fullName: 'Trần Văn Minh', idNumber: '001088000042' };
  const theirs = await world.file({ applicant: minh });
  filed = await world.file({ answers: { ...birthAnswers, witnessIdNumber: '001 088 000 042' } });
  await open(mai);
  const looks = await world.owner.query(
    `SELECT what, purpose, case_id FROM audit.access_event
      WHERE subject_index = (SELECT id_number_index FROM identity.person WHERE id = $1)`,
    [theirs.personId],
  );
  expect(looks).toEqual([{ what: 'case-file', purpose: 'named-in-case', case_id: null }]);
  expect(await accessesTo(filed)).toMatchObject([{ purpose: 'case-handling', case_id: filed.id }]);
});

test('a case file whose reading cannot be recorded is not shown', async () => {
  await world.owner.query('REVOKE INSERT ON audit.access_event FROM dvc_desk');
  const { status, text } = await open(mai);
  await world.owner.query('GRANT INSERT ON audit.access_event TO dvc_desk');
  expect(status).toBe(500);
  expect(text).not.toContain('Phạm Thị Lan');
});

test('a case of another agency is not there, and nothing of it is recorded as seen', async () => {
  const elsewhere = await world.file({ commune: hoanKiem });
  for (const { id } of [elsewhere, { id: newId() }, { id: 'nonsense' }])
    expect(await open(mai, { id })).toMatchObject({
      status: 404,
      text: expect.stringContaining('hồ sơ đã chuyển sang cơ quan khác'),
    });
  expect(await accessesTo(elsewhere)).toEqual([]);
});

test('the file tells when its history was changed behind our back', async () => {
  expect((await open(mai)).text).toContain('Chuỗi 1 sự kiện liền mạch');
  await world.owner.query(
    `UPDATE applications.event SET at = at - interval '1 day' WHERE application_id = $1`,
    [filed.id],
  );
  const { text } = await open(mai);
  expect(text).toContain('Chuỗi 1 sự kiện bị đứt');
  expect(text).toContain('không còn khớp với những gì đã được ghi lại');
});

test('the file tells when the last event was cut off', async () => {
  await act('accept');
  await world.owner.query('DELETE FROM applications.event WHERE application_id = $1 AND sequence = 2', [
    filed.id,
  ]);
  expect((await open(mai)).text).toContain('Chuỗi 1 sự kiện bị đứt');
});

test('the file tells when what was filed is not what was signed', async () => {
  expect((await open(mai)).text).toContain('Chữ ký bằng khóa truy cập của người nộp khớp');
  await world.owner.query(
    `UPDATE applications.submission SET evidence = jsonb_set(evidence, '{signature}', '"AAAA"') WHERE application_id = $1`,
    [filed.id],
  );
  expect((await open(mai)).text).toContain('Chữ ký bằng khóa truy cập của người nộp không khớp');
});

describe('after a supplement', () => {
  beforeEach(async () => {
    await act('request-supplement', { item: 'childName', 'reason-childName': 'Tên khác giấy chứng sinh.' });
    await answerSupplement(filed);
  });

  test('the file marks what was supplied, says what stood before, and shows papers the form does not list', async () => {
    const { text } = await open(mai);
    expect(text).toMatch(/Phạm Gia Huy(<\/span>)?\s*<strong[^>]*>(<[^>]*>)*\s*Mới bổ sung/);
    expect(text).toContain('Trước đó: Phạm Gia Bảo');
    expect(text.match(/Mới bổ sung/g)).toHaveLength(1);
    expect(text).toContain('Giấy tờ nộp thêm');
    expect(text).toContain('uỷ quyền.pdf');
  });

  test('the queue counts it as answered, and it waits for intake again', async () => {
    const { text } = await mai.browser.get('/?show=answered');
    expect(text).toContain(`href="/applications/${filed.id}"`);
    expect(text).toMatch(/<span class="count-links__count">[1-9]\d*<\/span> <span>bổ sung đã về/);
    expect((await open(mai)).text).toContain('Tiếp nhận hồ sơ');
  });
});

describe('a paper', () => {
  let paper: StoredAttachment;
  beforeEach(async () => {
    const content = Readable.from([
      Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(64)]),
    ]);
    const file = await receiveUpload(world.portal, content, { accept: ['image/png'], maxMegabytes: 1 });
    paper = await storeAttachment(world.portal.database.manager, world.portal, {
      caseId: filed.id,
      ownerPersonId: filed.personId,
      name: 'giấy chứng sinh.png',
      file,
    });
    await file.discard();
  });
  const href = ({ id }: { id: string } = filed) => `/applications/${id}/attachments/${paper.id}`;

  test('can be opened by an officer of the agency, and that is recorded', async () => {
    const response = await mai.browser.get(href());
    expect([response.status, response.headers['content-type']]).toEqual([200, 'image/png']);
    expect(response.headers['content-security-policy']).toContain('sandbox');
    expect((await accessesTo(filed)).map(({ what }) => what)).toEqual(['attachment']);
  });

  test('is not there for others, nor under another case', async () => {
    const stranger = await world.officer('Huỳnh Mỹ Duyên', 'intake', hoanKiem);
    const another = await world.file();
    expect((await stranger.browser.get(href())).status).toBe(404);
    expect((await mai.browser.get(href(another))).status).toBe(404);
    expect(await accessesTo(filed)).toEqual([]);
  });
});

/** Mai performs an act, as its page has her do. */
async function act(event: string, typed: Record<string, string> = {}): Promise<void> {
  const path = `/applications/${filed.id}/acts/${event}`;
  const page = await mai.browser.get(path);
  const hidden = [...page.text.matchAll(/name="(version|key)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  const { status } = await mai.browser.postForm(path, { ...fields, ...typed });
  expect(status).toBe(303);
}

/** The citizen gives the child another name, and a paper nobody had a field for. */
async function answerSupplement({ id, personId }: Filed): Promise<void> {
  const paper = {
    attachment: newId(),
    name: 'uỷ quyền.pdf',
    sha256: 'b'.repeat(64),
    size: 1000,
    mediaType: 'application/pdf',
  };
  await performAct(world.portal.database.manager, world.portal, {
    applicationId: id,
    event: 'answer-supplement',
    version: 2,
    idempotencyKey: newId(),
    actor: { kind: 'citizen', id: personId, name: 'Phạm Thị Lan' },
    as: ['citizen'],
    purpose: 'application',
    details: { changed: ['childName'], others: [{ name: 'Giấy uỷ quyền', files: [paper] }] },
    answers: { answers: { ...birthAnswers, childName: 'Phạm Gia Huy' }, sources: {} },
  });
}

async function accessesTo({ id }: Filed): Promise<Record<string, unknown>[]> {
  return world.owner.query(
    `SELECT at, actor_kind, actor_id, agency_id, purpose, subject_person_id, case_id, what
       FROM audit.access_event WHERE case_id = $1 ORDER BY id`,
    [id],
  );
}

test('whoever sees a case file sees where it stands in its workflow, drawn and in words; nobody else does', async () => {
  expect((await open(mai)).text).toContain(`href="/applications/${filed.id}/workflow"`);
  const { status, text } = await mai.browser.get(`/applications/${filed.id}/workflow`);
  expect(status).toBe(200);
  expect(text).toMatch(/<strong>Đã nộp, chờ tiếp nhận<\/strong> <strong[^>]*>\s*Đang ở đây/);
  const [, drawn = ''] = /<image[^>]* href="data:image\/svg\+xml;base64,([^"]+)"/.exec(text) ?? [];
  expect(Buffer.from(drawn, 'base64').toString()).toContain('► ĐANG Ở ĐÂY ◄');
  expect(text).toMatch(/href="#here"[^]*<rect id="here"/);
  expect(await accessesTo(filed)).toHaveLength(2);
  const elsewhere = await world.file({ commune: hoanKiem });
  expect((await mai.browser.get(`/applications/${elsewhere.id}/workflow`)).status).toBe(404);
});
