import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedDefinition } from '#lib/catalogue';
import type { FormDefinition } from '#lib/forms';
import { type Citizen, createDraftWorld, type DraftWorld } from '../draft/draft-world.fixture.js';
import {
  askInstead,
  beginDraft,
  errorsIn,
  followed,
  inputsIn,
  sendPageForm,
  textIn,
} from '../draft/page-form.fixture.js';

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`);
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
let world: DraftWorld;
let minh: Citizen;
let lan: Citizen;
let draft: string;
let papers: string;

beforeAll(async () => {
  world = await createDraftWorld();
  minh = await world.citizen();
  lan = await world.citizen({ name: 'Phạm Thị Lan', idNumber: '034197008816' });
});
beforeEach(async () => {
  draft = await beginDraft(minh);
  papers = `${draft}/papers/birthCertificate`;
  await sendPageForm(minh, `${draft}/pages/birth-certificate`, { hasBirthCertificate: 'yes' });
});
afterEach(() => minh.post(`${draft}/removal`));
afterAll(() => world.close());

const page = async () => (await minh.get(`${draft}/pages/birth-certificate-upload`)).text;
const place = (digest: string) =>
  join(world.platform.config.dataDir, 'attachments', digest.slice(0, 2), digest.slice(2, 4), digest);
const attachments = (html: string) =>
  [...html.matchAll(/\/attachments\/([0-9a-f-]{36})/g)].map(([, id]) => id);

test('an uploaded paper is listed with its Vietnamese name, size, time and digest, and lies under its digest', async () => {
  const content = pdf('chứng sinh');
  const sent = await minh.upload(papers, content, 'Giấy chứng sinh của bé Đỗ Ánh.pdf');
  expect([sent.status, sent.headers.location]).toEqual([
    303,
    `${draft}/pages/birth-certificate-upload#birthCertificate`,
  ]);
  const text = textIn(await page());
  expect(text).toContain('Giấy chứng sinh của bé Đỗ Ánh.pdf');
  expect(text).toContain(sha256(content).slice(0, 12));
  expect(text).toMatch(/Nhận lúc \d\d:\d\d/);
  expect(await readFile(place(sha256(content)))).toEqual(content);
});

test.each([
  [
    'a web page named .pdf',
    Buffer.from('<html><script>alert(1)</script></html>'),
    'Chỉ nhận tệp PDF, JPEG, PNG',
  ],
  ['nothing at all', Buffer.alloc(0), 'Tệp bạn chọn có kích thước 0 byte'],
  ['11 MB', Buffer.concat([pdf('x'), Buffer.alloc(11 * 1_048_576)]), 'Mỗi tệp tối đa 10 MB'],
])('%s is refused in words, and everything else stays', async (_, content, words) => {
  await minh.upload(papers, pdf('kept'), 'giữ lại.pdf');
  const sent = await minh.upload(papers, content, 'giấy.pdf');
  expect(sent.headers.location).not.toContain('#');
  const refused = await followed(minh, sent);
  expect(errorsIn(refused.text).join()).toContain(words);
  expect(refused.text).toContain('<title>Lỗi: ');
  expect(refused.text).toContain('href="#birthCertificate"');
  expect(textIn(refused.text)).toContain('giữ lại.pdf');
  expect(await readdir(join(world.platform.config.dataDir, 'attachments', 'incoming'))).toEqual([]);
});

test('a form sent without a file says so', async () => {
  const sent = await minh.upload(papers, Buffer.alloc(0), '');
  expect(errorsIn((await followed(minh, sent)).text).join()).toContain('Bạn chưa chọn tệp');
  expect((await minh.post(papers, { file: 'x' })).status).toBe(415);
});

test.each(['../../../etc/passwd.pdf', '..\\..\\boot.pdf', 'a\u202Efdp.exe', '\u0000', '.'.repeat(300)])(
  'a file named %j harms nothing',
  async (name) => {
    expect((await minh.upload(papers, pdf('tricks'), name)).status).toBeLessThan(500);
    const stored = await readdir(join(world.platform.config.dataDir, 'attachments'), { recursive: true });
    expect(
      stored.filter((file) => !/^(?:incoming|[0-9a-f]{2}(?:\/[0-9a-f]{2}(?:\/[0-9a-f]{64})?)?)$/.test(file)),
    ).toEqual([]);
  },
);

test('a field takes no more files than its definition says', async () => {
  for (const number of [1, 2, 3, 4, 5])
    await minh.upload(papers, pdf(`page ${number}`), `trang ${number}.pdf`);
  expect(textIn(await page())).toContain('Mục này đã đủ 5 tệp');
  const sixth = await minh.upload(papers, pdf('page 6'), 'trang 6.pdf');
  expect(errorsIn((await followed(minh, sixth)).text).join()).toContain('tối đa 5 tệp');
});

test('five files at once into a field of five are all kept, the sixth is not', async () => {
  const sent = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((number) => minh.upload(papers, pdf(`at once ${number}`), `${number}.pdf`)),
  );
  expect(sent.filter(({ headers }) => headers.location?.includes('refused=too-many-files'))).toHaveLength(1);
  expect(new Set(attachments(await page())).size).toBe(5);
});

test('a removed paper is gone, and its content with the last one that had it', async () => {
  const content = pdf('twice');
  await minh.upload(papers, content, 'một.pdf');
  await minh.upload(papers, content, 'hai.pdf');
  const [first, second] = [...new Set(attachments(await page()))];
  expect((await minh.post(`${papers}/${first}/removal`)).status).toBe(303);
  expect(existsSync(place(sha256(content)))).toBe(true);
  expect((await minh.post(`${papers}/${first}/removal`)).status).toBe(303);
  await minh.post(`${papers}/${second}/removal`);
  expect(existsSync(place(sha256(content)))).toBe(false);
  expect(attachments(await page())).toEqual([]);
});

test('papers go with the draft that is deleted', async () => {
  const content = pdf('to go');
  await minh.upload(papers, content, 'một.pdf');
  await minh.post(`${draft}/removal`);
  expect(existsSync(place(sha256(content)))).toBe(false);
});

test('its owner alone can open a paper, and it can do nothing in our name', async () => {
  await minh.upload(papers, pdf('mine'), 'Giấy “tờ”; x="y".pdf');
  const [id] = attachments(await page());
  const opened = await minh.get(`/attachments/${id}`);
  expect(opened.status).toBe(200);
  expect(opened.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(/^attachment; filename="[\w .()-]*"; filename\*=UTF-8''/),
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect((await lan.get(`/attachments/${id}`)).status).toBe(404);
  expect((await minh.get('/attachments/x')).status).toBe(404);
});

test('another citizen can neither add nor remove a paper', async () => {
  await minh.upload(papers, pdf('mine'), 'một.pdf');
  const [id] = attachments(await page());
  expect((await lan.upload(papers, pdf('theirs'), 'x.pdf')).status).toBe(404);
  expect((await lan.post(`${papers}/${id}/removal`)).status).toBe(404);
  expect(new Set(attachments(await page())).size).toBe(1);
});

test.each([
  ['childName', 404],
  ['nothing', 404],
  ['__proto__', 400],
])('nothing is uploaded to the field %s', async (field, status) => {
  expect((await minh.upload(`${draft}/papers/${field}`, pdf('x'), 'x.pdf')).status).toBe(status);
});

test('the page asks for a paper that is missing', async () => {
  const sent = await sendPageForm(minh, `${draft}/pages/birth-certificate-upload`);
  expect(errorsIn((await followed(minh, sent)).text)).toEqual(['Tải lên giấy chứng sinh']);
});

test('the refusal of a file is not repeated once another was taken', async () => {
  const refused = await minh.upload(papers, Buffer.alloc(0), 'rỗng.pdf');
  expect(errorsIn((await followed(minh, refused)).text)).toHaveLength(1);
  await minh.upload(papers, pdf('good'), 'một.pdf');
  expect(errorsIn((await followed(minh, refused)).text)).toEqual([]);
});

test('who enters the address that files are sent to comes to the page they are sent from', async () => {
  const address = `${draft}/pages/birth-certificate-upload`;
  expect((await minh.get(papers)).headers.location).toBe(`${address}#birthCertificate`);
  expect((await minh.get(`${papers}?return=check`)).headers.location).toBe(
    `${address}?return=check#birthCertificate`,
  );
  expect((await minh.get(`${draft}/papers/childName`)).status).toBe(404);
  expect((await lan.get(papers)).status).toBe(404);
});

test.each(['refused=x&field=birthCertificate', 'refused=file-empty&field=__proto__', 'refused=a&refused=b'])(
  'a page with %s in its address is no fault',
  async (query) => {
    const opened = await minh.get(`${draft}/pages/birth-certificate-upload?at=2&${query}`);
    expect(opened.status).toBeLessThan(500);
  },
);

const same = (text: string) => ({ vi: text, en: text, fr: text });
const addressOfBoth = () => `${draft}/pages/both`;
const inputsOfBoth = async () => inputsIn((await minh.get(addressOfBoth())).text) as Record<string, string>;
/** What a browser without scripts sends when the button of the second paper is pressed. */
const press = (fields: Record<string, string>, name = 'hai.pdf') =>
  minh
    .request('post', `${draft}/papers/second`)
    .field(fields)
    .attach('first', Buffer.alloc(0), { filename: '' })
    .attach('second', pdf('two'), { filename: name });

describe('a page that asks beside a paper', () => {
  const birth = shippedDefinition('1.001193')?.form;
  const both: FormDefinition = {
    ...birth,
    pages: [
      {
        id: 'both',
        title: same('Cả hai'),
        fields: [
          { id: 'why', type: 'text', label: same('Lý do'), maxLength: 100 },
          {
            id: 'first',
            type: 'file',
            label: same('Giấy một'),
            accept: ['application/pdf'],
            maxMegabytes: 1,
          },
          {
            id: 'second',
            type: 'file',
            label: same('Giấy hai'),
            accept: ['application/pdf'],
            maxMegabytes: 1,
          },
        ],
      },
      ...(birth?.pages ?? []),
    ],
  };
  beforeEach(() => askInstead(world, draft, both));

  test('is saved with the paper, and when one is removed, finished or not', async () => {
    const sent = await press({ ...(await inputsOfBoth()), why: 'đang viết dở' });
    expect([sent.status, sent.headers.location]).toEqual([303, `${addressOfBoth()}#second`]);
    const shown = (await minh.get(addressOfBoth())).text;
    expect(inputsIn(shown).why).toBe('đang viết dở');
    expect(textIn(shown)).toContain('hai.pdf');
    const [id] = attachments(shown);
    const fields = { ...(await inputsOfBoth()), why: 'viết tiếp' };
    expect((await minh.post(`${draft}/papers/second/${id}/removal`, fields)).status).toBe(303);
    expect((await inputsOfBoth()).why).toBe('viết tiếp');
    expect(attachments((await minh.get(addressOfBoth())).text)).toEqual([]);
  });

  test('keeps what was typed when the paper is refused', async () => {
    const sent = await press({ ...(await inputsOfBoth()), why: 'vẫn còn' }, '');
    expect(errorsIn((await followed(minh, sent)).text).join()).toContain('Bạn chưa chọn tệp');
    expect((await inputsOfBoth()).why).toBe('vẫn còn');
  });

  test('never overwrites what another tab saved meanwhile, and asks which one holds', async () => {
    const old = await inputsOfBoth();
    await sendPageForm(minh, addressOfBoth(), { why: 'ở thẻ khác' });
    const sent = await press({ ...old, why: 'ở đây' });
    expect(sent.status).toBe(409);
    expect(textIn(sent.text)).toContain('ở thẻ khác');
    expect(textIn(sent.text)).toContain('ở đây');
    expect((await inputsOfBoth()).why).toBe('ở thẻ khác');
  });
});
