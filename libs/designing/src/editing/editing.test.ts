import { shippedCodes, shippedText } from '#lib/catalogue';
import { parse } from 'yaml';
import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { beginNew, smallDefinition } from '../draft/designers.fixture.js';
import { changePlaces } from './change-places.js';
import { placesIn } from './places-in.js';

const strange = [
  'Đăng ký',
  'true',
  'a: b',
  '# x',
  '"',
  "'",
  '{}',
  '[1]',
  '- x',
  '',
  ' ',
  '*x',
  '12',
  'a, b',
  'x\\y',
  '<b>',
];

const comments = (written: string) => written.split('\n').filter((line) => line.trim().startsWith('#'));

const at = (tree: unknown, path: string) =>
  path.split('/').reduce((node, step) => (node as Record<string, unknown>)[step], tree);

test.each(shippedCodes().slice(0, 12))(
  'whatever is written at a place of %s, that place says it and everything else is as it was',
  (code) => {
    const text = shippedText(code) ?? '';
    const places = placesIn(text).filter(({ kind }) => kind === 'words');
    expect(places.length).toBeGreaterThan(10);
    const changes = places.map((place, index) => ({ place, value: strange[index % strange.length] ?? '' }));
    const changed = changePlaces(text, changes);
    const tree: unknown = parse(changed);
    for (const { place, value } of changes)
      expect([place.path, at(tree, place.path)]).toEqual([place.path, value]);
    const back = changePlaces(
      changed,
      placesIn(changed).flatMap((place) => {
        const was = places.find(({ path }) => path === place.path);
        return was ? [{ place, value: was.value }] : [];
      }),
    );
    expect(parse(back)).toEqual(parse(text));
    expect(comments(back)).toEqual(comments(text));
  },
);

/** As the form posts what is typed for a new item of a list, and the button pressed. */
const posted = ({ list = '', do: act = '', ...typed }: Record<string, string>) => ({
  do: act && `${act.includes('/') ? act : `${act}/`}/${list}`,
  ...Object.fromEntries(
    Object.entries(typed).map(([box, value]) => [box.replace('item-', `new/${list}/`), value]),
  ),
});

describe('at the desk', () => {
  let world: DeskWorld;
  let yen: OfficerAtWork;
  let huy: OfficerAtWork;
  beforeAll(async () => {
    world = await createDeskWorld();
    yen = await world.officer('Vương Thị Hải Yến', 'designer');
    huy = await world.officer('Tạ Quang Huy', 'designer');
  }, 120_000);
  afterAll(() => world?.close());

  test('a form changes the words, amounts, times and workflow it shows, and nothing around them', async () => {
    const code = '9.770601';
    const draft = await beginNew(yen.browser, code, smallDefinition(code));
    const page = (await yen.browser.get(`${draft}/parts/general`)).text;
    for (const part of ['Thông tin chung', 'Kết quả', 'Trang 2. Đàn ong', 'Số ngày làm việc'])
      expect([part, page.includes(part)]).toEqual([part, true]);
    expect(page).toContain('data:image/svg+xml;base64,');
    await yen.browser.postForm(`${draft}/parts/general`, {
      version: '1',
      'title/vi': 'Nuôi ong: quy định mới',
      'fee/amountDong': '35000',
      'deadline/workingDays': '7',
      workflow: 'instant',
    });
    const { text } = await yen.browser.get(`${draft}/versions/2/definition.yaml`);
    expect(text).toBe(
      smallDefinition(code)
        .replace('vi: Đăng ký nuôi ong', 'vi: "Nuôi ong: quy định mới"')
        .replace('20000', '35000')
        .replace('workingDays: 3', 'workingDays: 7')
        .replace('workflow: standard', 'workflow: instant'),
    );
    await yen.browser.postForm(`${draft}/parts/page-1`, {
      version: '2',
      'form/pages/1/fields/0/label/vi': 'số đàn',
    });
    expect((await yen.browser.get(`${draft}/versions/3/definition.yaml`)).text).toContain(
      'label: { vi: số đàn,',
    );
    expect((await yen.browser.get(`${draft}/history`)).text).toContain('Sửa bằng biểu mẫu');
  });

  let refused = 0;
  const question = {
    list: 'form/pages/1/fields',
    do: 'add',
    'item-type': 'number',
    'item-vi': 'sản lượng, mỗi năm',
    'item-en': 'yield a year',
    'item-fr': 'production par an',
    'item-id': 'yieldKg',
  };

  test('questions, pages, papers and choices are added, moved and taken out, and nothing around them changes', async () => {
    const code = '9.770604';
    const draft = await beginNew(yen.browser, code, smallDefinition(code));
    const change = async (part: string, version: number, fields: Record<string, string>) =>
      (await yen.browser.postForm(`${draft}/parts/${part}`, { version: String(version), ...posted(fields) }))
        .status;
    const text = async (version: number) =>
      (await yen.browser.get(`${draft}/versions/${version}/definition.yaml`)).text;
    expect(await change('page-1', 1, { ...question, 'item-needed': 'yes' })).toBe(303);
    const line =
      '        - { id: yieldKg, type: number, label: { vi: "sản lượng, mỗi năm", en: yield a year, fr: production par an } }\n';
    expect(await text(2)).toBe(
      smallDefinition(code).replace('workflow: standard', `${line}workflow: standard`),
    );
    expect(await change('page-1', 2, { list: question.list, do: 'up/1' })).toBe(303);
    expect(await change('page-1', 3, { list: question.list, do: 'remove/0' })).toBe(303);
    expect(await text(4)).toBe(smallDefinition(code));
    const words = { 'item-vi': 'Giấy', 'item-en': 'Paper', 'item-fr': 'Papier', 'item-id': 'paper' };
    expect(await change('papers', 4, { list: 'papers', do: 'add', ...words })).toBe(303);
    expect(await text(5)).toContain(
      'papers:\n  - { id: paper, title: { vi: Giấy, en: Paper, fr: Papier }, required: false }\n',
    );
    expect(await change('pages', 5, { list: 'form/pages', do: 'add', ...words, 'item-id': 'more' })).toBe(
      303,
    );
    expect((await yen.browser.get(`${draft}/parts/page-2`)).text).toContain('Thêm một câu hỏi');
    expect(await change('page-2', 6, { ...question, list: 'form/pages/2/fields' })).toBe(303);
    const paper = { ...question, 'item-id': 'paper', 'item-type': 'file', list: 'form/pages/2/fields' };
    expect((await yen.browser.get(draft)).text).toContain('Còn 1 điều phải sửa');
    expect(await change('page-2', 7, paper)).toBe(303);
    expect((await yen.browser.get(draft)).text).toContain('Không còn điều gì phải sửa');
  });

  test.each<[string, Record<string, string>, number]>([
    ['an id that is none', { ...question, 'item-id': 'số lượng' }, 422],
    ['words in two languages', { ...question, 'item-fr': ' ' }, 422],
    ['a kind of answer there is not', { ...question, 'item-type': 'repeat' }, 422],
    ['a choice of nothing', { ...question, 'item-type': 'radios' }, 422],
    ['the first, upwards', { list: question.list, do: 'up/0' }, 422],
    ['what is no act', { list: question.list, do: 'burn/0' }, 422],
    ['a list there is not', { list: 'form/pages/9/fields', do: 'remove/0' }, 303],
  ])('%s changes nothing, and what was typed stays on the page', async (_, fields, status) => {
    const code = `9.7707${(refused += 1) + 10}`;
    const draft = await beginNew(yen.browser, code, smallDefinition(code));
    const answer = await yen.browser.postForm(`${draft}/parts/page-1`, { version: '1', ...posted(fields) });
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.text).toContain('govuk-error-summary');
    if (fields['item-vi'] && status === 422) expect(answer.text).toContain('sản lượng, mỗi năm');
    expect((await yen.browser.get(`${draft}/versions/2/definition.yaml`)).status).toBe(404);
  });

  test('whatever is pressed, everything that was typed on the page is taken along', async () => {
    const code = '9.770605';
    const draft = await beginNew(yen.browser, code, smallDefinition(code));
    const label = 'form/pages/1/fields/0/label/vi';
    const fields = posted({ ...question, do: 'optional/0', [label]: 'số đàn' });
    const { headers } = await yen.browser.postForm(`${draft}/parts/page-1`, { version: '1', ...fields });
    expect(headers.location).toBe(`${draft}/parts/page-1?done=saved#list-form-pages-1-fields`);
    const { text } = await yen.browser.get(`${draft}/versions/2/definition.yaml`);
    for (const written of ['id: hives, optional: true', 'label: { vi: số đàn', 'id: yieldKg'])
      expect(text).toContain(written);
    const wrong = posted({ ...question, 'item-id': '', do: 'up/1', [label]: 'số tổ' });
    const again = await yen.browser.postForm(`${draft}/parts/page-1`, { version: '2', ...wrong });
    expect(again.status).toBe(422);
    for (const typed of ['số tổ', 'sản lượng, mỗi năm']) expect(again.text).toContain(typed);
  });

  test('what another designer saved meanwhile is not overwritten, and nothing typed is lost', async () => {
    const code = '9.770602';
    const draft = await beginNew(yen.browser, code, smallDefinition(code));
    await huy.browser.postForm(`${draft}/parts/general`, { version: '1', 'title/vi': 'Của Huy' });
    const late = await yen.browser.postForm(`${draft}/parts/general`, {
      version: '1',
      'title/vi': 'Của Yến',
    });
    expect([late.status, late.text.includes('vi: Của Yến'), late.text.includes('vi: Của Huy')]).toEqual([
      409,
      true,
      true,
    ]);
  });

  test('a part there is not, and anybody else, find nothing', async () => {
    const code = '9.770603';
    const draft = await beginNew(yen.browser, code, smallDefinition(code));
    for (const part of ['page-9', 'x'])
      expect((await yen.browser.get(`${draft}/parts/${part}`)).status).toBe(404);
    expect((await yen.browser.postForm(`${draft}/parts/general`, { version: '99' })).status).toBe(404);
    const approver = await world.officer('Phan Thị Hoài An', 'approver');
    expect((await approver.browser.get(`${draft}/parts/general`)).status).toBe(404);
    for (const path of ['general', 'page-1'])
      expect((await approver.browser.postForm(`${draft}/parts/${path}`, { version: '1' })).status).toBe(404);
  });
});
