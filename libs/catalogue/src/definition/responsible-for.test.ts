import { readShippedFacts } from '../import/shipped-facts.js';
import { agencyKinds, kindOfAgency } from './agency-kinds.js';
import { responsibleFor } from './responsible-for.js';

const unread: string[] = [];
const met = new Set<string>();

beforeAll(async () => {
  for await (const { agencies } of readShippedFacts())
    for (const name of agencies) {
      const kind = kindOfAgency(name);
      if (kind) met.add(kind.names.join());
      else unread.push(name);
    }
});

test.each([
  ['commune', ['UBND cấp xã'], { authority: 'commune' }],
  ['commune', ['Ủy ban Nhân dân xã, phường, thị trấn'], { authority: 'commune' }],
  ['commune', ['Công an cấp Xã'], { authority: 'commune', body: 'police' }],
  [
    'commune',
    ['Công an tỉnh', 'Công an cấp Xã', 'Cục cảnh sát giao thông'],
    { authority: 'commune', body: 'police' },
  ],
  ['commune', ['Sở Xây dựng'], { authority: 'province' }],
  [
    'commune',
    ['Cục Thuế - Bộ tài chính', 'Thuế cơ sở', 'Thuế tỉnh, thành phố'],
    { authority: 'province', body: 'tax' },
  ],
  ['province', ['Phòng quản lý xuất nhập cảnh'], { authority: 'province', body: 'police' }],
  ['province', ['Uỷ ban nhân dân cấp tỉnh'], { authority: 'province' }],
  ['ministry', ['Cục Hàng không Việt Nam', 'Cảng vụ hàng không'], { authority: 'ministry' }],
  ['province', [], { authority: 'province' }],
  ['province', ['Cơ quan khác'], { authority: 'province' }],
  ['commune', ['Chi cục Hải quan khu vực'], { authority: 'ministry' }],
  ['commune', ['Hải quan cửa khẩu', 'Cục Hải quan tỉnh, thành phố'], { authority: 'ministry' }],
  ['province', ['Ngân hàng Nhà nước Khu vực'], { authority: 'ministry' }],
] as const)('at level %s, %j receives at %j', (level, agencies, expected) => {
  const found = responsibleFor({ levels: [level], agencies: [...agencies] });
  expect(found).toEqual({ ...expected, assumptions: expect.any(Array) });
});

test('of a level that is stated and one that is not, the stated one receives', () => {
  const agencies = ['Công an cấp Xã', 'Công an tỉnh'];
  expect(responsibleFor({ levels: ['province'], agencies })).toMatchObject({ authority: 'province' });
});

test('what was assumed stands beside: an agency of another level, a name the table does not know', () => {
  expect(said('Sở Xây dựng')).toContain('another level');
  expect(said('Cơ quan khác')).toContain('no known kind');
  expect(said('Công an huyện')).toContain('gone since');
  expect(said('Chi cục Hải quan khu vực')).toContain('passes it on');
  expect(said('Công an cấp Xã')).toBe('');
});

test('the table reads all but a few of the names in the shipped facts, and has no line for names that do not occur', () => {
  expect(unread.length).toBeLessThan(50);
  const unused = agencyKinds().filter(({ names }) => !met.has(names.join()));
  expect(unused.map(({ kind }) => kind)).toEqual([]);
});

function said(agency: string): string {
  return responsibleFor({ levels: ['commune'], agencies: [agency] }).assumptions.join();
}
