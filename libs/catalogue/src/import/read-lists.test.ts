import { flagCodes, readMade } from './made-row.fixture.js';
import { readTitle } from './read-title.js';
import { slugOf } from './slug-of.js';

describe('titles', () => {
  it.each([
    ['Thủ tục đăng ký khai sinh', 'Đăng ký khai sinh'],
    ['THỦ TỤC cấp lại thẻ.', 'Cấp lại thẻ'],
    ['.cấp phép', 'Cấp phép'],
    ['Hỗ trợ phát triển sản xuất cộng đồng.', 'Hỗ trợ phát triển sản xuất cộng đồng'],
    ['Thủ tục', 'Thủ tục'],
  ])('%s is shown as %s', (official, title) => {
    expect(readTitle(official)).toBe(title);
  });

  it('keep the word where it belongs to the name', () => {
    expect(readTitle('Thủ tục hải quan đối với xăng dầu')).toBe('Thủ tục hải quan đối với xăng dầu');
  });
});

describe('lists divided by commas', () => {
  it('mind commas inside the names of applicants', () => {
    const text = 'Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức, viên chức, Hợp tác xã';
    expect(readMade({ doi_tuong_thuc_hien: text }).facts.applicants).toEqual([
      'organisation',
      'state-officer',
      'cooperative',
    ]);
  });

  it('keep an applicant that is not on the list in its words', () => {
    const row = readMade({ doi_tuong_thuc_hien: 'Hộ gia đình, Công dân Việt Nam' });
    expect(row.facts).toMatchObject({ applicants: ['citizen'], otherApplicants: ['Hộ gia đình'] });
    expect(flagCodes(row)).toEqual(['unknown-applicant']);
  });

  it('are not misled by names that every object has', () => {
    expect(readMade({ doi_tuong_thuc_hien: 'constructor, toString' }).facts.otherApplicants).toEqual([
      'constructor',
      'toString',
    ]);
  });

  it('read the levels of government', () => {
    expect(readMade({ cap_thuc_hien: 'Cấp bộ, Cấp tỉnh, Cơ quan khác' }).facts.levels).toEqual([
      'ministry',
      'province',
      'other',
    ]);
  });
});

describe('agencies', () => {
  it('are divided only where another agency begins', () => {
    const text = 'Cục cảnh sát quản lý hành chính về trật tự, xã hội, Công an tỉnh';
    expect(readMade({ co_quan_thuc_hien: text }).facts.agencies).toEqual([
      'Cục cảnh sát quản lý hành chính về trật tự, xã hội',
      'Công an tỉnh',
    ]);
  });

  it('are none where the portal has no information', () => {
    expect(readMade({ co_quan_thuc_hien: 'Không có thông tin' }).facts.agencies).toEqual([]);
  });
});

describe('slugs', () => {
  it('are the same for spellings that differ in dashes and case', () => {
    expect(slugOf('Thi đua – Khen thưởng')).toBe('thi-dua-khen-thuong');
    expect(slugOf('Thi đua khen thưởng')).toBe('thi-dua-khen-thuong');
  });
});
