import * as fc from 'fast-check';
import { foldForSearch } from './fold.js';

const vietnamese = fc
  .array(
    fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịốồổỗộớờởỡợứừửữựýỳỷỹỵ -'),
  )
  .map((letters) => letters.join(''));

describe('folding text for search', () => {
  it('takes away case, accents, đ and punctuation', () => {
    expect(foldForSearch('  Đăng ký  khai-sinh (cho trẻ) ')).toBe('dang ky khai sinh cho tre');
    expect(foldForSearch('HỘ CHIẾU; Giấy tờ tuỳ thân')).toBe('ho chieu giay to tuy than');
  });

  it('keeps digits and letters of other scripts', () => {
    expect(foldForSearch('Nghị định 123/2015/NĐ-CP')).toBe('nghi dinh 123 2015 nd cp');
    expect(foldForSearch('签证')).toBe('签证');
  });

  it('gives nothing for a text of punctuation only', () => {
    expect(foldForSearch(' – … !')).toBe('');
  });

  it('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = foldForSearch(text);
        expect(foldForSearch(once)).toBe(once);
      }),
    );
  });

  it('composed and decomposed text fold alike', () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        expect(foldForSearch(text.normalize('NFD'))).toBe(foldForSearch(text.normalize('NFC')));
      }),
    );
  });

  it('neither case nor accents matter in Vietnamese', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
        expect(foldForSearch(text.toUpperCase())).toBe(foldForSearch(bare));
      }),
    );
  });

  it('leaves no space at the ends and none doubled', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(foldForSearch(text)).not.toMatch(/^ | {2}| $/);
      }),
    );
  });
});
