import * as fc from 'fast-check';
import { dateInWords } from './date-in-words.js';

test.each([
  ['2026-11-20', 'Ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu'],
  ['2005-04-15', 'Ngày mười lăm tháng tư năm hai nghìn không trăm linh năm'],
  ['1991-01-21', 'Ngày hai mươi mốt tháng một năm một nghìn chín trăm chín mươi mốt'],
  ['2000-10-10', 'Ngày mười tháng mười năm hai nghìn không trăm'],
  ['1975-12-31', 'Ngày ba mươi mốt tháng mười hai năm một nghìn chín trăm bảy mươi lăm'],
])('%s is written %s', (date, words) => {
  expect(dateInWords(date)).toBe(words);
});

test('two dates are never written alike', () => {
  const date = fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  fc.assert(
    fc.property(date, date, (one, other) => {
      expect(dateInWords(one) === dateInWords(other)).toBe(one === other);
    }),
  );
});
