import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlaceRow } from '../places/place.entity.js';
import { placesBefore2025, shippedPlaces } from '../places/shipped-places.js';
import type { AdministrativeChange, BegunPlace, Succession } from './administrative-change.js';
import { placeKey, planChange } from './plan-change.js';
import { readChange } from './read-change.js';

const count = (rows: PlaceRow[]) =>
  ['province', 'district', 'commune'].map((level) => rows.filter((row) => row.level === level).length);

test.each([
  ['id: x: y', / cannot be read: Nested mappings are not allowed in compact mappings at line 1, column 5$/],
  ['', /id: letters, digits and hyphens/],
])('a file that holds no change is refused in a sentence: %j', async (text, sentence) => {
  const folder = await mkdtemp(join(tmpdir(), 'change-'));
  const file = join(folder, 'broken.yaml');
  await writeFile(file, text);
  expect(() => readChange(file)).toThrow(sentence);
  await rm(folder, { recursive: true });
});

describe('the change of 1 July 2025', () => {
  const { plan, places } = shippedPlaces();

  test('turns 63 provinces, 696 districts and 10,035 communes into 34, none and 3,321', () => {
    expect(count(placesBefore2025())).toEqual([63, 696, 10_035]);
    expect(count(places.filter(({ validUntil }) => validUntil === null))).toEqual([34, 0, 3321]);
  });

  test('leaves the 11 provinces alone that were not merged, and the communes that kept area and name their agencies', () => {
    expect(plan.stays.map(({ code }) => code)).toEqual([
      '01',
      '04',
      '11',
      '12',
      '14',
      '20',
      '22',
      '38',
      '40',
      '42',
      '46',
    ]);
    expect(plan.succession.filter(({ same }) => same)).toHaveLength(80);
  });

  test('names a successor of everything that ends, several of 471 communes', () => {
    const followed = new Set(plan.succession.map(placeKey));
    expect(plan.ends.filter((place) => !followed.has(placeKey(place)))).toEqual([]);
    const divided = plan.succession.filter((row) => row.level === 'commune' && row.divided);
    expect(divided).toHaveLength(1033);
    expect(new Set(divided.map(({ code }) => code)).size).toBe(471);
  });
});

const row = (
  level: BegunPlace['level'],
  code: string,
  name: string,
  parentCode: string | null,
): PlaceRow => ({
  level,
  code,
  name,
  nameEn: name,
  parentCode,
  validFrom: '2025-07-01',
  validUntil: null,
});
const inForce = [
  row('province', '01', 'Thành phố Một', null),
  row('province', '02', 'Tỉnh Hai', null),
  row('commune', '00001', 'Xã A', '01'),
  row('commune', '00002', 'Xã B', '01'),
  row('commune', '00003', 'Xã C', '02'),
];
const follows = (code: string, ...successors: string[]): Succession[] =>
  successors.map((successorCode) => ({ level: 'commune', code, successorLevel: 'commune', successorCode }));
const begin = (code: string, name: string, parentCode = '01'): BegunPlace => ({
  level: 'commune',
  code,
  name,
  nameEn: name,
  parentCode,
});
const change = (begins: BegunPlace[], succession: Succession[]): AdministrativeChange => ({
  id: 'test',
  title: { vi: 'Sáp nhập', en: 'Merger', fr: 'Fusion' },
  effectiveOn: '2027-01-01',
  source: 'Nghị quyết thử',
  begins,
  succession,
});

test('a commune that joins one which stays ends, and the other does not', () => {
  const plan = planChange(inForce, change([], follows('00002', '00001')));
  expect(plan.ends.map(({ code }) => code)).toEqual(['00002']);
  expect(plan.begins).toEqual([]);
  expect(plan.succession).toMatchObject([
    { code: '00002', successorCode: '00001', divided: false, same: false },
  ]);
});

test('a commune that bears the code and name of one before it, but has the area of two, is a new one', () => {
  const merged = change(
    [begin('00001', 'Xã A')],
    [...follows('00001', '00001'), ...follows('00002', '00001')],
  );
  const plan = planChange(inForce, merged);
  expect(plan.stays).toEqual([]);
  expect(plan.succession.map(({ same }) => same)).toEqual([false, false]);
});

test('a commune that alone follows one of the same code and name is that one; another spelling changes nothing', () => {
  const before = [row('province', '01', 'Thành phố Một', null), row('commune', '00001', 'Xã Hòa An', '01')];
  const plan = planChange(before, change([begin('00001', 'Xã Hoà An')], follows('00001', '00001')));
  expect(plan).toMatchObject({
    ends: [],
    begins: [],
    stays: [{ name: 'Xã Hoà An', validFrom: '2025-07-01' }],
  });
});

test('a divided commune says so for each of its successors', () => {
  const plan = planChange(
    inForce,
    change([begin('00009', 'Xã Mới')], [...follows('00002', '00001', '00009')]),
  );
  expect(plan.succession.map(({ divided }) => divided)).toEqual([true, true]);
});

test.each([
  ['commune/00008 is not in force', change([], follows('00008', '00001'))],
  ['commune/00007 neither begins nor stays', change([], follows('00002', '00007'))],
  ['commune/00001 begins, but stands already', change([begin('00001', 'Xã A')], follows('00002', '00001'))],
  ['commune/00009 follows no unit', change([begin('00009', 'Xã Mới')], follows('00002', '00001'))],
  ['commune/00009 is in no province', change([begin('00009', 'Xã Mới', '77')], follows('00002', '00009'))],
  [
    'commune/00003 would lose its province',
    change([], [{ level: 'province', code: '02', successorLevel: 'province', successorCode: '01' }]),
  ],
])('refused: %s', (problem, wrong) => {
  expect(() => planChange(inForce, wrong)).toThrow(problem);
});
