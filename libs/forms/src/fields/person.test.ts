import { ask, words } from '../testing/ask.js';

const take = (field: Parameters<typeof ask>[0], typed: string) => ask(field, { x: typed });

describe('a name', () => {
  const name = { type: 'name', label: words('Họ, chữ đệm, tên của trẻ') } as const;

  it.each(["H'Hen Niê", 'Nguyễn Thị Ánh', 'Y-Blô Niê Kđăm', 'K’Sor H. Bơ Khắp', 'Đỗ'])(
    'may be %s',
    (typed) => {
      expect(take(name, typed)).toMatchObject({ answer: typed, errors: [] });
    },
  );

  it('is kept composed, with one space between its words', () => {
    expect(take(name, '  Nguye\u0302\u0303n \u00a0 Thi\u0323\tÁnh ').answer).toBe('Nguyễn Thị Ánh');
  });

  it.each(['Nguyễn 2', 'A@B', "'", 'a\0b', '\ud800'])('is not %j', (typed) => {
    expect(take(name, typed).errors).toEqual(['name-characters']);
  });

  it('has a longest length, counted in characters as people see them composed', () => {
    expect(take(name, 'e\u0302\u0301'.repeat(100)).errors).toEqual([]);
    expect(take(name, 'ế'.repeat(101)).sentences).toEqual([
      'Viết họ, chữ đệm, tên của trẻ ngắn lại, tối đa 100 ký tự',
    ]);
  });

  it('is asked for by its label', () => {
    expect(take(name, ' ').sentences).toEqual(['Nhập họ, chữ đệm, tên của trẻ']);
  });
});

describe('a phone number', () => {
  it.each([
    '0912345678',
    '+84 912 345 678',
    '84912345678',
    '0084.912.345.678',
    '(+84) 0912-345-678',
    '０９１２３４５６７８',
  ])('may be typed as %s', (typed) => {
    expect(take({ type: 'phone' }, typed)).toMatchObject({
      answer: '0912345678',
      errors: [],
      shown: '0912 345 678',
    });
  });

  it.each(['0212345678', '091234567', '09123456789', '+33 612345678', 'không có'])('is not %s', (typed) => {
    expect(take({ type: 'phone' }, typed).errors).toEqual(['phone']);
  });
});

describe('an ID number', () => {
  it('has 12 digits, however they are grouped', () => {
    expect(take({ type: 'id-number' }, '001 198 012.345')).toMatchObject({
      answer: '001198012345',
      errors: [],
      shown: '001 198 012 345',
    });
  });

  it.each([
    ['00119801234', 'id-number-length'],
    ['0011980123456', 'id-number-length'],
    ['00119801234x', 'id-number-length'],
    ['000198012345', 'id-number-structure'],
    ['001498012345', 'id-number-structure'],
    ['001227012345', 'id-number-structure'],
  ])('%s is refused: %s', (typed, error) => {
    expect(take({ type: 'id-number' }, typed).errors).toEqual([error]);
  });

  it('may belong to someone born this year, not next year', () => {
    expect(take({ type: 'id-number' }, '096326012345').errors).toEqual([]);
    expect(take({ type: 'id-number' }, '096327012345').errors).toEqual(['id-number-structure']);
  });
});

describe('an email address', () => {
  it('is kept without the spaces that phones add', () => {
    expect(take({ type: 'email' }, ' lan@example.vn ')).toMatchObject({
      answer: 'lan@example.vn',
      errors: [],
    });
  });

  it.each(['lan', 'lan@', 'lan@example', '@example.vn'])('is not %s', (typed) => {
    expect(take({ type: 'email' }, typed).errors).toEqual(['email']);
  });
});

describe('free text', () => {
  it('is one line, whatever was pasted', () => {
    expect(take({ type: 'text' }, 'một\r\nhai\u200b').answer).toBe('một hai');
  });

  it('keeps the lines of a long answer', () => {
    expect(take({ type: 'text', multiline: true }, ' một\r\nhai\rba\n')).toMatchObject({
      answer: 'một\nhai\nba',
      errors: [],
    });
  });

  it.each(['a\0b', 'a\u0007b', 'a\ud83db', 'a\u202eb'])(
    'does not take %j, which would be shown as something else',
    (typed) => {
      expect(take({ type: 'text' }, typed).errors).toEqual(['characters']);
      expect(take({ type: 'text', multiline: true }, typed).errors).toEqual(['characters']);
    },
  );

  it('never holds what the database cannot: the place shows where it was', () => {
    expect(take({ type: 'text' }, 'a\0b\udc00').answer).toBe('a\uFFFDb\uFFFD');
    expect(take({ type: 'phone' }, '\0').answer).toBe('\uFFFD');
  });

  it('refuses megabytes and does not keep them', () => {
    const { answer, errors } = take(
      { type: 'text', multiline: true, maxLength: 10_000 },
      'x'.repeat(5_000_000),
    );
    expect(errors).toEqual(['too-long']);
    expect(String(answer).length).toBeLessThan(50_000);
  });
});
