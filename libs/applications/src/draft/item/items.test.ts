import { expandForm } from '#lib/forms';
import { type Citizen, createDraftWorld, type DraftWorld } from '../draft-world.fixture.js';
import {
  askInstead,
  beginDraft,
  errorsIn,
  followed,
  inputsIn,
  sendPageForm,
  textIn,
} from '../page-form.fixture.js';

const words = (vi: string) => ({ vi, en: vi, fr: vi });
const form = expandForm({
  pages: [
    {
      id: 'members',
      title: words('Ai cùng chuyển đến?'),
      fields: [
        {
          id: 'members',
          type: 'repeat',
          item: words('Người'),
          label: words('Người cùng chuyển đến'),
          max: 3,
          fields: [
            { id: 'memberName', type: 'name', label: words('Họ tên') },
            { id: 'memberBirthDate', type: 'date', label: words('Ngày sinh') },
            { id: 'memberFrom', type: 'address', detail: 'none', label: words('Nơi ở cũ'), optional: true },
          ],
        },
      ],
    },
    {
      id: 'plots',
      title: words('Thửa đất'),
      fields: [
        {
          id: 'plots',
          type: 'table',
          item: words('Thửa'),
          label: words('Các thửa đất'),
          optional: true,
          max: 5,
          fields: [
            { id: 'plotNumber', type: 'text', label: words('Số thửa'), maxLength: 5 },
            { id: 'plotArea', type: 'number', label: words('Diện tích') },
          ],
        },
      ],
    },
    {
      id: 'filing-place',
      title: words('Nơi nộp'),
      fields: [{ id: 'filingPlace', type: 'address', detail: 'none', label: words('Nơi nộp') }],
    },
  ],
});

let world: DraftWorld;
let minh: Citizen;
let lan: Citizen;
let draft: string;
let list: string;

beforeAll(async () => {
  world = await createDraftWorld();
  minh = await world.citizen();
  lan = await world.citizen({ name: 'Phạm Thị Lan', idNumber: '034197008816' });
});
beforeEach(async () => {
  draft = await beginDraft(minh);
  list = `${draft}/pages/members`;
  await askInstead(world, draft, form);
});
afterAll(() => world.close());

const person = (memberName: string, year = '1990') => ({
  memberName,
  'memberBirthDate-day': '1',
  'memberBirthDate-month': '2',
  'memberBirthDate-year': year,
});
const add = async (number: number, fields: Record<string, string>) =>
  sendPageForm(minh, `${list}/items/${number}`, fields);
const listed = async () => textIn((await minh.get(list)).text);

test('items are added one a page, and listed with the way to change and remove each', async () => {
  const empty = (await minh.get(list)).text;
  expect(textIn(empty)).toContain('Chưa có mục nào');
  expect(empty).toContain(`href="${list}/items/1"`);
  const added = await add(1, person('Lê An'));
  expect([added.status, added.headers.location]).toEqual([303, list]);
  await add(2, person('Lê Bình'));
  const page = (await minh.get(list)).text;
  expect(textIn(page)).toMatch(/Người thứ 1 .*Lê An .*01\/02\/1990 .*Người thứ 2 .*Lê Bình/u);
  for (const way of ['items/1"', 'items/1/removal"', 'items/2"', 'items/3"'])
    expect(page).toContain(`${list}/${way}`);
  expect((await sendPageForm(minh, list)).headers.location).toBe(`${draft}/pages/plots`);
});

test('what is wrong in an item is kept, said on its page and on the list, and led to', async () => {
  const wrong = await add(1, { memberName: 'Lê An', 'memberBirthDate-day': '31' });
  expect(wrong.headers.location).toBe(`${list}/items/1?checked=1`);
  const page = (await followed(minh, wrong)).text;
  expect(errorsIn(page)).toEqual(['Nhập tháng sinh']);
  expect(page).toContain('href="#memberBirthDate-month"');
  expect(inputsIn(page)).toMatchObject({ memberName: 'Lê An', 'memberBirthDate-day': '31' });
  const sent = await sendPageForm(minh, list);
  expect(sent.headers.location).toBe(`${list}?checked=1`);
  const shown = (await followed(minh, sent)).text;
  expect(errorsIn(shown)).toEqual(['Người thứ 1: nhập tháng sinh']);
  expect(shown).toContain(`href="${list}/items/1?checked=1#memberBirthDate-month"`);
});

test('a new item in which nothing was typed is not added', async () => {
  const sent = await add(1, { memberName: ' ' });
  expect(sent.headers.location).toBe(`${list}/items/1?checked=1`);
  expect(errorsIn((await followed(minh, sent)).text)).toEqual(['Nhập họ tên', 'Nhập ngày sinh']);
  expect(await listed()).toContain('Chưa có mục nào');
  expect(errorsIn((await followed(minh, await sendPageForm(minh, list))).text)).toEqual([
    'Thêm ít nhất một mục vào phần “Người cùng chuyển đến”',
  ]);
});

test('an item is removed after asking once; what was typed on the pages of the others goes along', async () => {
  await add(1, person('Lê An'));
  await add(2, { memberName: 'Lê Bình 2' });
  expect(textIn((await minh.get(`${list}/items/1/removal`)).text)).toContain('Bỏ Người thứ 1 khỏi tờ khai?');
  const [, seen = ''] =
    /name="seen" value="([^"]*)"/.exec((await minh.get(`${list}/items/1/removal`)).text) ?? [];
  expect((await minh.post(`${list}/items/1/removal`, { seen: 'other' })).headers.location).toBe(
    `${list}/items/1/removal`,
  );
  expect((await minh.post(`${list}/items/1/removal`, { seen })).headers.location).toBe(list);
  expect(inputsIn((await minh.get(`${list}/items/1`)).text)).toMatchObject({ memberName: 'Lê Bình 2' });
  expect((await minh.post(`${list}/items/2/removal`, { seen })).headers.location).toBe(
    `${list}/items/2/removal`,
  );
  expect((await minh.get(`${list}/items/2/removal`)).headers.location).toBe(list);
});

test('a second tab overwrites no item, and the way back opens one that was added to be changed', async () => {
  const tab = inputsIn((await minh.get(`${list}/items/1`)).text);
  await minh.post(`${list}/items/1`, { ...tab, ...person('Lê An') });
  const late = await minh.post(`${list}/items/1`, { ...tab, ...person('Lê Bình') });
  expect(late.status).toBe(409);
  expect(textIn(late.text)).toMatch(/Lê An.*Lê Bình/u);
  expect((await minh.post(`${list}/items/1`, { ...tab, ...person('Lê An') })).status).toBe(303);
  expect(inputsIn((await minh.get(`${list}/items/1`)).text)).toMatchObject({ memberName: 'Lê An' });
  await add(1, { memberName: 'Lê Anh' });
  expect(await listed()).toContain('Lê Anh');
});

test('there are no more items than the form says, and none out of turn', async () => {
  for (const number of [1, 2, 3]) await add(number, person('Lê An'));
  const page = (await minh.get(list)).text;
  expect(page).not.toContain(`${list}/items/4`);
  expect(textIn(page)).toContain('Đã đủ tối đa 3 mục');
  expect((await minh.get(`${list}/items/4`)).headers.location).toBe(list);
  expect((await minh.post(`${list}/items/4`, person('Lê Bình'))).headers.location).toBe(list);
  for (const path of ['items/0', 'items/x', 'items/9999', 'items/1e1'])
    expect([path, (await minh.get(`${list}/${path}`)).status]).toEqual([path, 404]);
  expect((await minh.get(`${draft}/pages/plots/items/1`)).status).toBe(404);
});

test('another citizen finds no item', async () => {
  await add(1, person('Lê An'));
  for (const path of ['items/1', 'items/1/removal']) {
    expect((await lan.get(`${list}/${path}`)).status).toBe(404);
    expect((await lan.post(`${list}/${path}`, person('X'))).status).toBe(404);
  }
  expect(await listed()).toContain('Lê An');
});

test('without JavaScript a button brings the communes of an item’s address', async () => {
  const shown = await add(1, {
    memberName: 'Lê An',
    'memberFrom-province': '01',
    'show-communes': 'memberFrom',
  });
  expect(shown.headers.location).toBe(`${list}/items/1#memberFrom-commune`);
  const page = (await followed(minh, shown)).text;
  expect(textIn(page)).toContain('Phường Cửa Nam');
  expect(errorsIn(page)).toEqual([]);
});

test('a table is filled in row by row; more rows come by a button, and what is wrong leads to its cell', async () => {
  const path = `${draft}/pages/plots`;
  const boxes = async () =>
    Object.keys(inputsIn((await minh.get(path)).text)).filter((name) => name.endsWith('Number'));
  expect(await boxes()).toHaveLength(2);
  const more = await sendPageForm(minh, path, {
    'plots-0-plotNumber': '7',
    'plots-0-plotArea': '80',
    'plots-1-plotNumber': '1234567',
    'add-rows': 'plots',
  });
  expect(more.headers.location).toBe(`${path}#plots-2-plotNumber`);
  expect(await boxes()).toHaveLength(4);
  const page = (await followed(minh, await sendPageForm(minh, path))).text;
  expect(errorsIn(page)).toEqual([
    'Thửa thứ 2: viết số thửa ngắn lại, tối đa 5 ký tự',
    'Thửa thứ 2: nhập diện tích',
  ]);
  expect(page).toContain('href="#plots-1-plotNumber"');
  expect(page).toContain('id="plots-1-plotNumber"');
  const emptied = { 'plots-1-plotNumber': '', 'plots-1-plotArea': '' };
  expect((await sendPageForm(minh, path, emptied)).headers.location).toBe(`${draft}/pages/filing-place`);
});

test('the last look shows items and rows, and what is changed from there comes back there', async () => {
  await add(1, person('Lê An'));
  await sendPageForm(minh, list);
  await sendPageForm(minh, `${draft}/pages/plots`, { 'plots-0-plotNumber': '7', 'plots-0-plotArea': '80' });
  const place = { 'filingPlace-province': '01', 'filingPlace-commune': '00082' };
  const last = await sendPageForm(minh, `${draft}/pages/filing-place`, place);
  expect(last.headers.location).toBe(`${draft}/check`);
  const check = textIn((await minh.get(`${draft}/check`)).text);
  expect(check).toContain('Người thứ 1 – Họ tên: Lê An; Ngày sinh: 01/02/1990');
  expect(check).toContain('Thửa thứ 1 – Số thửa: 7; Diện tích: 80');
  const change = `${list}/items/2?return=check`;
  expect((await minh.get(`${list}?return=check`)).text).toContain(`href="${change}"`);
  expect((await sendPageForm(minh, change, person('Lê Bình'))).headers.location).toBe(`${list}?return=check`);
  expect((await sendPageForm(minh, `${list}?return=check`)).headers.location).toBe(`${draft}/check`);
});
