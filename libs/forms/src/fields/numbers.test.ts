import { ask, words } from '../testing/ask.js';

describe('a number', () => {
  const copies = {
    type: 'number',
    min: 0,
    max: 2000,
    label: words('Số bản sao'),
    unit: words('bản'),
  } as const;

  it.each([
    ['3', 3],
    ['1.500', 1500],
    ['1 500', 1500],
    ['1,500', 1500],
    ['007', 7],
    ['-0', 0],
  ])('reads %s', (typed, answer) => {
    expect(ask(copies, { x: typed })).toMatchObject({ answer, errors: [] });
  });

  it('is shown with its unit, in groups from five digits on, so that a year is not', () => {
    expect(ask(copies, { x: '1500' }).shown).toBe('1500 bản');
    expect(ask({ ...copies, max: 50_000 }, { x: '15000' }).shown).toBe('15.000 bản');
  });

  it.each([
    ['ba', 'Nhập số bản sao bằng chữ số, ví dụ 3'],
    ['1.5', 'Nhập số bản sao bằng chữ số, ví dụ 3'],
    ['1.50.000', 'Nhập số bản sao bằng chữ số, ví dụ 3'],
    ['-1', 'Số bản sao phải từ 0 trở lên'],
    ['2001', 'Số bản sao phải từ 2.000 trở xuống'],
    ['9'.repeat(400), 'Số bản sao phải từ 2.000 trở xuống'],
  ])('says what is wrong with %s', (typed, sentence) => {
    expect(ask(copies, { x: typed }).sentences).toEqual([sentence]);
  });

  const area = { type: 'number', decimals: 1, max: 100_000 } as const;
  it.each([
    ['120,5', 120.5],
    ['120.5', 120.5],
    ['1.200,5', 1200.5],
    ['1.200', 1200],
    ['0,3', 0.3],
    ['12', 12],
  ])('with decimals reads %s', (typed, answer) => {
    expect(ask(area, { x: typed })).toMatchObject({ answer, errors: [] });
  });

  it.each(['120,55', '1,5,5', ',5', '5,'])('with one decimal does not read %s', (typed) => {
    expect(ask(area, { x: typed })).toMatchObject({ answer: typed, errors: ['number'] });
  });

  it('is never rounded: what is too long to be exact is refused', () => {
    expect(ask({ type: 'number' }, { x: '9007199254740993' }).errors).toEqual(['number-too-big']);
  });
});

describe('an amount of money', () => {
  it.each(['150000', '150.000', '150 000 đ', '150.000 ₫', '150,000 VND', '150.000 đồng'])(
    'reads %s',
    (typed) => {
      const { answer, errors, shown } = ask({ type: 'money' }, { x: typed });
      expect({ answer, errors }).toEqual({ answer: 150_000, errors: [] });
      expect(shown.replace(/\s/gu, ' ')).toBe('150.000 ₫');
    },
  );

  it('is asked for in digits', () => {
    expect(ask({ type: 'money' }, { x: 'nhiều' }).errors).toEqual(['money']);
  });
});
