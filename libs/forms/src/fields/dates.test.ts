import { ask, words } from '../testing/ask.js';

const birth = { type: 'date', label: words('Ngày sinh của trẻ') } as const;
const boxes = (day: string, month: string, year: string) => ({
  'x-day': day,
  'x-month': month,
  'x-year': year,
});

describe('a date in three boxes', () => {
  it('is kept as an ISO date and shown as it is written in Việt Nam', () => {
    expect(ask(birth, boxes(' 7', '３', '2026'))).toMatchObject({
      answer: '2026-03-07',
      errors: [],
      shown: '07/03/2026',
    });
  });

  it.each([
    [boxes('18', '13', '2026'), 'date-month (month)', 'Tháng sinh của trẻ phải từ 1 đến 12'],
    [boxes('32', '1', '2026'), 'date-day (day)', 'Ngày sinh của trẻ phải từ 1 đến 31'],
    [boxes('0', '1', '2026'), 'date-day (day)', 'Ngày sinh của trẻ phải từ 1 đến 31'],
    [boxes('18', '', '2026'), 'date-part-missing (month)', 'Nhập tháng sinh của trẻ'],
    [boxes('18', '11', '26'), 'date-year (year)', 'Năm sinh của trẻ phải gồm bốn chữ số, ví dụ 1998'],
    [
      boxes('18', '11', '1026'),
      'date-year-wrong (year)',
      'Năm sinh của trẻ là 1026: có vẻ chưa đúng, hãy xem lại',
    ],
    [boxes('18', 'một', '2026'), 'date-month (month)', 'Tháng sinh của trẻ phải từ 1 đến 12'],
    [boxes('1-2', '1', '2026'), 'date-day (day)', 'Ngày sinh của trẻ phải từ 1 đến 31'],
    [
      boxes('29', '2', '2026'),
      'date-not-real (day)',
      'Tháng 2 năm 2026 chỉ có 28 ngày: hãy sửa ngày sinh của trẻ',
    ],
    [boxes('', '', ''), 'enter', 'Nhập ngày sinh của trẻ'],
  ])('says which box of %j to mend', (posted, error, sentence) => {
    expect(ask(birth, posted)).toMatchObject({ errors: [error], sentences: [sentence] });
  });

  it('knows leap years', () => {
    expect(ask(birth, boxes('29', '2', '2024')).errors).toEqual([]);
    expect(ask(birth, boxes('29', '2', '1900')).errors).toEqual(['date-not-real (day)']);
  });

  it('names the box even where the label does not say "ngày"', () => {
    const { sentences } = ask({ type: 'date', label: words('Khi cấp giấy') }, boxes('1', '13', '2020'));
    expect(sentences).toEqual(['Tháng trong mục “Khi cấp giấy” phải từ 1 đến 12']);
  });

  it('may be today but not tomorrow, and points at the box that goes too far', () => {
    const past = { ...birth, notAfter: 'today' };
    expect(ask(past, boxes('22', '11', '2026')).errors).toEqual([]);
    expect(ask(past, boxes('23', '11', '2026')).sentences).toEqual([
      'Ngày sinh của trẻ phải là hôm nay, 22/11/2026, hoặc trước đó',
    ]);
    expect(ask(past, boxes('22', '12', '2026')).errors).toEqual(['date-after-today (month)']);
    expect(ask(past, boxes('1', '1', '2027')).errors).toEqual(['date-after-today (year)']);
  });

  it('may be bound by a fixed date', () => {
    const recent = { ...birth, notBefore: '2015-01-01' };
    expect(ask(recent, boxes('31', '12', '2014')).errors).toEqual(['date-before-date (year)']);
    expect(ask(recent, boxes('1', '1', '2015')).errors).toEqual([]);
  });

  it('may be bound by an age on the day of filing', () => {
    const grown = { ...birth, ageAtLeast: 14 };
    expect(ask(grown, boxes('22', '11', '2012')).errors).toEqual([]);
    expect(ask(grown, boxes('23', '11', '2012'))).toMatchObject({
      errors: ['age-too-low (day)'],
      sentences: [
        'Chỉ dành cho người đủ 14 tuổi vào hôm nay: ngày sinh của trẻ phải là 22/11/2012 hoặc trước đó',
      ],
    });
    const small = { ...birth, ageBelow: 6 };
    expect(ask(small, boxes('23', '11', '2020')).errors).toEqual([]);
    expect(ask(small, boxes('22', '11', '2020'))).toMatchObject({
      errors: ['age-too-high (day)'],
      sentences: [
        'Chỉ dành cho người chưa đủ 6 tuổi vào hôm nay: ngày sinh của trẻ phải sau ngày 22/11/2020',
      ],
    });
  });

  it('keeps what was typed for showing it again', () => {
    expect(ask(birth, boxes('18', 'một', '')).typed).toEqual(boxes('18', 'một', ''));
  });
});

describe('a date of which only the year may be known', () => {
  const mother = { type: 'partial-date', label: words('Ngày sinh của mẹ'), notAfter: 'today' } as const;

  it.each([
    [boxes('', '', '1998'), '1998', '1998'],
    [boxes('', '3', '1998'), '1998-03', '03/1998'],
    [boxes('9', '3', '1998'), '1998-03-09', '09/03/1998'],
  ])('takes %j', (posted, answer, shown) => {
    expect(ask(mother, posted)).toMatchObject({ answer, shown, errors: [] });
  });

  it.each([
    [boxes('9', '', '1998'), 'date-part-missing (month)'],
    [boxes('', '3', ''), 'date-part-missing (year)'],
    [boxes('', '13', '1998'), 'date-month (month)'],
    [boxes('31', '4', '1998'), 'date-not-real (day)'],
    [boxes('', '', '2027'), 'date-after-today (year)'],
    [boxes('', '12', '2026'), 'date-after-today (month)'],
  ])('does not take %j', (posted, error) => {
    expect(ask(mother, posted).errors).toEqual([error]);
  });

  it('takes the year of the first date allowed: it may have been after it', () => {
    const later = { ...mother, notBefore: '1950-06-15' };
    expect(ask(later, boxes('', '', '1950')).errors).toEqual([]);
    expect(ask(later, boxes('', '6', '1950')).errors).toEqual([]);
    expect(ask(later, boxes('', '5', '1950')).errors).toEqual(['date-before-date (month)']);
  });

  it('takes the year in which one comes of age, whichever side the age must be on', () => {
    expect(ask({ ...mother, ageAtLeast: 18 }, boxes('', '', '2008')).errors).toEqual([]);
    expect(ask({ ...mother, ageAtLeast: 18 }, boxes('', '', '2009')).errors).toEqual(['age-too-low (year)']);
    expect(ask({ ...mother, ageBelow: 18 }, boxes('', '', '2008')).errors).toEqual([]);
    expect(ask({ ...mother, ageBelow: 18 }, boxes('', '11', '2008')).errors).toEqual([]);
    expect(ask({ ...mother, ageBelow: 18 }, boxes('', '10', '2008')).errors).toEqual([
      'age-too-high (month)',
    ]);
  });

  it('takes this year: it may have been before today', () => {
    expect(ask(mother, boxes('', '', '2026')).errors).toEqual([]);
  });
});
