import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { hiddenIn } from '../../../applications/src/draft/page-form.fixture.js';
import { beginNew, leadsTo, upload } from './designers.fixture.js';

let world: DeskWorld;
let yen: OfficerAtWork;
let huy: OfficerAtWork;

beforeAll(async () => {
  world = await createDeskWorld();
  yen = await world.officer('Vương Thị Hải Yến', 'designer');
  huy = await world.officer('Tạ Quang Huy', 'designer');
}, 120_000);
afterAll(() => world?.close());

const marriage = '1.000894';

async function begin(code: string): Promise<string> {
  return leadsTo(await yen.browser.postForm(`/design/procedures/${code}/drafts`, {}));
}

const textIn = async (draft: string, version: number) =>
  (await yen.browser.get(`${draft}/versions/${version}/definition.yaml`)).text;
/** The lines, from 1, on which the page says something is wrong. */
const saidLines = (page: string) => [...page.matchAll(/Dòng (\d+)\./g)].map(([, line]) => Number(line));
const save = (who: OfficerAtWork, draft: string, version: number, text: string) =>
  who.browser.postForm(`${draft}/text`, { version: String(version), text });

test('the room exists for designers alone', async () => {
  const approver = await world.officer('Phan Thị Hoài An', 'approver');
  for (const path of ['/design', '/design/new', `/design/procedures/${marriage}`])
    expect([(await approver.browser.get(path)).status, (await yen.browser.get(path)).status]).toEqual([
      404, 200,
    ]);
  const draft = await begin('1.004873');
  for (const path of [draft, `${draft}/history`, `${draft}/versions/1/definition.yaml`])
    expect([(await approver.browser.get(path)).status, (await yen.browser.get(path)).status]).toEqual([
      404, 200,
    ]);
  for (const path of [`${draft}/text`, `${draft}/end`])
    expect((await approver.browser.postForm(path, { version: '1', text: 'x' })).status).toBe(404);
  expect((await approver.browser.postForm(`/design/procedures/${marriage}/drafts`, {})).status).toBe(404);
});

test('a procedure is found by what people say, with who made its definition', async () => {
  const page = (await yen.browser.get('/design?q=dang+ky+ket+hon')).text;
  expect(page).toContain(`/design/procedures/${marriage}`);
  expect(page).toContain('Kèm theo hệ thống');
});

test('a draft begins with what ships, comments and all, and there is one for everybody', async () => {
  const draft = await begin(marriage);
  const shipped = (await yen.browser.get(`/design/procedures/${marriage}/definition.yaml`)).text;
  expect(shipped).toContain('# ');
  expect(await textIn(draft, 1)).toBe(shipped);
  expect((await yen.browser.get(draft)).text).toContain('Không còn điều gì phải sửa');
  const again = await huy.browser.postForm(`/design/procedures/${marriage}/drafts`, {});
  expect(leadsTo(again)).toBe(draft);
});

test('a procedure without a definition of its own begins with the standard one', async () => {
  const draft = await begin('1.011728');
  expect(await textIn(draft, 1)).toContain('workflow: standard');
  expect((await yen.browser.get(draft)).text).toContain('Không còn điều gì phải sửa');
});

test('a text is kept letter by letter, however broken, and every fault is said with its line', async () => {
  const draft = await beginNew(yen.browser, '9.770101');
  const broken = '\n\ttitle: [ "không đóng\r\n  x: <b>&amp; \'\n\n\n  ';
  await save(yen, draft, 1, broken);
  const kept = broken.replace('\r\n', '\n');
  expect(await textIn(draft, 2)).toBe(kept);
  const page = (await yen.browser.get(draft)).text;
  expect(page).toContain('thụt vào bằng phím Tab');
  expect(page).toContain('Dòng 2.');
  const shown = /<textarea[^>]*>([^]*?)<\/textarea>/.exec(page)?.[1] ?? '';
  expect(
    shown.replace('\n', '').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  ).toBe(kept);
});

test.each([
  ['field: ho-tich', 'field: ho-tichh', 'Không có lĩnh vực nào tên'],
  ['online: partial', 'onlin: partial', 'Không có thuộc tính nào tên “onlin”'],
  ['route: ', 'route: nowhere # ', 'không phải trường nào cho biết một nơi'],
  [`code: "${marriage}"`, 'code: "1.000895"', 'Bản dự thảo này là của thủ tục 1.000894'],
  ['workflow: ', 'workflow: moon # ', 'Không có quy trình nào tên “moon”'],
  ['type: address', 'type: adress', 'Không có kiểu trường hay khối nào tên “adress”'],
])('the planted fault %s -> %s is named with its line', async (right, wrong, words) => {
  const draft = await begin(marriage);
  const version = Number(hiddenIn((await yen.browser.get(draft)).text).version);
  const shipped = (await yen.browser.get(`/design/procedures/${marriage}/definition.yaml`)).text;
  expect(shipped).toContain(right);
  const planted = shipped.replace(right, wrong);
  await save(yen, draft, version, planted);
  const page = (await yen.browser.get(draft)).text;
  expect(page.includes(words)).toBe(true);
  const line = planted.split('\n').findIndex((each) => each.includes(wrong)) + 1;
  expect(saidLines(page)).toContain(line);
  expect((await yen.browser.get('/design')).status).toBe(200);
});

test('two who save over each other: one is saved, the other gets both texts and loses nothing', async () => {
  const draft = await beginNew(yen.browser, '9.770102');
  const [one, other] = await Promise.all([
    save(yen, draft, 1, 'title: { vi: Của Yến }\n'),
    save(huy, draft, 1, 'title: { vi: Của Huy }\n'),
  ]);
  expect([one.status, other.status].toSorted()).toEqual([303, 409]);
  const conflict = one.status === 409 ? one : other;
  expect(conflict.text).toContain('title: { vi: Của Yến }');
  expect(conflict.text).toContain('title: { vi: Của Huy }');
  const loser = one.status === 409 ? yen : huy;
  const again = hiddenIn(conflict.text);
  expect((await save(loser, draft, Number(again.version), 'title: { vi: Cả hai }\n')).status).toBe(303);
  const history = (await yen.browser.get(`${draft}/history`)).text;
  expect(history).toContain('lần lưu 3');
  expect(history).toContain(huy.name);
});

test('the same sent twice is one save', async () => {
  const draft = await beginNew(yen.browser, '9.770103');
  const answers = await Promise.all([1, 2].map(() => save(yen, draft, 1, 'title: { vi: Một lần }\n')));
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect((await yen.browser.get(`${draft}/versions/3/definition.yaml`)).status).toBe(404);
});

test('a file is taken as it is, an earlier text can be taken up again, and what is no text is refused', async () => {
  const draft = await beginNew(yen.browser, '9.770104');
  const text = '# từ tệp\r\ncode: "9.770104"\n';
  expect((await upload(huy.browser, `${draft}/upload`, { version: '1' }, Buffer.from(text))).status).toBe(
    303,
  );
  expect(await textIn(draft, 2)).toBe(text.replace('\r', ''));
  await yen.browser.postForm(`${draft}/versions/1/restoration`, { version: '2' });
  expect(await textIn(draft, 3)).toBe(await textIn(draft, 1));
  const picture = Buffer.from([0x89, 0x50, 0xff, 0xfe, 0]);
  expect((await upload(huy.browser, `${draft}/upload`, { version: '3' }, picture)).status).toBe(422);
  const none = await upload(huy.browser, `${draft}/upload`, { version: '3' });
  expect(none.headers.location).toBe(`${draft}?refused=yaml-missing`);
});

test('a draft given up is kept and no longer changed; another can begin', async () => {
  const draft = await beginNew(yen.browser, '9.770105');
  expect((await yen.browser.postForm(`${draft}/end`, {})).headers.location).toBe('/design?done=discarded');
  const late = await save(huy, draft, 1, 'title: { vi: Muộn }\n');
  expect(late.status).toBe(409);
  expect(late.text).toContain('title: { vi: Muộn }');
  expect(await beginNew(yen.browser, '9.770105')).not.toBe(draft);
});

test('a new procedure needs a code that can be one and that nobody has', async () => {
  for (const code of ['', 'thủ tục', marriage]) {
    const refused = await upload(yen.browser, '/design/drafts', { code });
    expect([refused.status, refused.text.includes('govuk-error-summary')]).toEqual([422, true]);
  }
});
