import { addressToday } from './address-today.js';
import { englishName } from './english-name.js';
import { placeName, placeOnDay } from './place-words.js';
import { places } from './places.js';

const before = '2025-06-30';

test('a former commune is said with its district and with what it is now', () => {
  expect(placeOnDay('commune', '00004', before, 'vi')).toBe(
    'Phường Trúc Bạch, Quận Ba Đình (nay là Phường Ba Đình)',
  );
  expect(placeOnDay('commune', '00004', before, 'en')).toBe(
    'Truc Bach Ward, Ba Dinh District (now Ba Dinh Ward)',
  );
  expect(placeOnDay('province', '15', before, 'vi')).toBe('Tỉnh Yên Bái (nay là Tỉnh Lào Cai)');
});

test('a divided one is said with all it may be', () => {
  expect(placeOnDay('commune', '00007', before, 'vi')).toMatch(
    /^Phường Cống Vị, Quận Ba Đình \(nay thuộc Phường .* hoặc Phường .*\)$/,
  );
});

test('a code that ended before the change was carried out is still understood after its day', () => {
  expect(placeOnDay('commune', '00001', '2025-07-03', 'vi')).toBe(
    'Phường Phúc Xá, Quận Ba Đình (nay là Phường Hồng Hà)',
  );
});

test('what stands now is called what it is called', () => {
  expect(placeOnDay('commune', '00004', '2026-11-22', 'vi')).toBe('Phường Ba Đình');
  expect(placeOnDay('province', '01', before, 'vi')).toBe('Thành phố Hà Nội');
});

describe('an address', () => {
  test('of before the change is brought to the places of today, and keeps in words what it said', () => {
    expect(addressToday({ province: '01', commune: '00004', detail: '12 phố Cũ' }, before)).toEqual({
      province: '01',
      commune: '00004',
      detail: '12 phố Cũ (trước đây: Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội)',
    });
  });

  test('of a register that still names a former commune is understood by its province', () => {
    // Bình Dương is part of Thành phố Hồ Chí Minh today.
    const [binhDuong] = places.history().searchFormer('phu hoa thu dau mot binh duong');
    const today = addressToday({ province: '74', commune: binhDuong?.code ?? '', detail: 'Khu 1' });
    expect(places.provinceOfCommune(today.commune)).toBe('79');
    expect(today.detail).toContain('Thành phố Thủ Dầu Một, Tỉnh Bình Dương');
  });

  test('in a divided commune leaves the commune to be chosen', () => {
    expect(addressToday({ province: '01', commune: '00007', detail: '' }, before)).toMatchObject({
      province: '01',
      commune: '',
    });
  });

  test('of today stays as it is', () => {
    const address = { province: '01', commune: '00082', detail: '5 phố Cửa Nam' };
    expect(addressToday(address)).toBe(address);
    expect(addressToday(address, '2026-11-22')).toBe(address);
  });
});

test('every former commune leads to communes of today', () => {
  const history = places.history();
  const lost = history.formerCommunes().filter((place) => history.successorsOf(place).length === 0);
  expect(lost).toEqual([]);
});

test('a former commune is found by its name and its district, without accents', () => {
  const found = places.history().searchFormer('truc bach, ba dinh');
  expect(found.map((place) => placeName(place, 'vi'))).toEqual(['Phường Trúc Bạch']);
  expect(places.history().searchFormer('x')).toEqual([]);
});

test.each([
  ['Phường 1', 'Ward 1'],
  ['Quận Ba Đình', 'Ba Dinh District'],
  ['Thị trấn Đồng Đăng', 'Dong Dang Township'],
])('%s is %s in English', (vi, en) => {
  expect(englishName(vi)).toBe(en);
});
