import { checkAnswers, type FieldDefinition, prefillPage } from '../index.js';
import { ask, context, formOf, words } from '../testing/ask.js';

const boxes = (province: string, commune: string, detail?: string) => ({
  'x-province': province,
  'x-commune': commune,
  ...(detail === undefined ? {} : { 'x-detail': detail }),
});

describe('an address', () => {
  const address = { type: 'address', label: words('Nơi cư trú') } as const;

  it('is a province, a commune in it, and where', () => {
    expect(ask(address, boxes('01', '00004', ' 5 Điện Biên Phủ '))).toMatchObject({
      answer: { province: '01', commune: '00004', detail: '5 Điện Biên Phủ' },
      errors: [],
      shown: '5 Điện Biên Phủ, Phường Ba Đình, Thành phố Hà Nội',
    });
  });

  it.each([
    [boxes('', '', ''), 'enter'],
    [boxes('', '', '5 Điện Biên Phủ'), 'address-province (province)'],
    [boxes('01', '', ''), 'address-commune (commune)'],
    [boxes('01', '00004', ''), 'address-detail (detail)'],
    [boxes('01', '00004', 'x'.repeat(201)), 'too-long (detail)'],
    [boxes('01', '00004', 'a\0b'), 'characters (detail)'],
    [boxes('01', '26734', 'số 1'), 'commune-elsewhere (commune)'],
    [boxes('01', '99999', 'số 1'), 'commune-unknown (commune)'],
  ])('of %j is refused: %s', (posted, error) => {
    expect(ask(address, posted).errors).toEqual([error]);
  });

  it('may do without the detail, or never ask for it', () => {
    expect(ask({ ...address, detail: 'optional' }, boxes('01', '00004', '')).errors).toEqual([]);
    expect(ask({ ...address, detail: 'none' }, boxes('01', '00004', 'bị bỏ qua'))).toMatchObject({
      answer: { province: '01', commune: '00004', detail: '' },
      errors: [],
      shown: 'Phường Ba Đình, Thành phố Hà Nội',
    });
  });

  it('names the field when the commune is missing', () => {
    expect(ask(address, boxes('01', '', '')).sentences).toEqual([
      'Chọn xã, phường hoặc đặc khu cho nơi cư trú',
    ]);
  });
});

describe('an agency of a kind', () => {
  const police = {
    type: 'agency',
    authority: 'commune',
    body: 'police',
    label: words('Công an xã'),
  } as const;

  it('is that of a commune of the province chosen, called by its place', () => {
    expect(ask(police, boxes('01', '00004'))).toMatchObject({
      answer: { province: '01', commune: '00004', detail: '' },
      errors: [],
      shown: 'police Phường Ba Đình, Thành phố Hà Nội',
    });
  });

  it.each([
    [boxes('', ''), 'choose'],
    [boxes('01', ''), 'address-agency (commune)'],
    [boxes('', '00004'), 'address-province (province)'],
    [boxes('99', '00004'), 'address-province (province)'],
    [boxes('01', '26734'), 'agency-elsewhere (commune)'],
  ])('of %j is refused: %s', (posted, error) => {
    expect(ask(police, posted).errors).toEqual([error]);
  });

  it('of a province needs nothing but the province', () => {
    const tax = { type: 'agency', authority: 'province', body: 'tax', label: words('Thuế') } as const;
    expect(ask(tax, boxes('01', '00004'))).toMatchObject({
      answer: { province: '01', commune: '', detail: '' },
      errors: [],
      shown: 'tax Thành phố Hà Nội',
    });
    expect(ask(tax, boxes('99', '')).errors).toEqual(['address-province (province)']);
  });

  it('is filled in by an address: that of the place where one lives', () => {
    const field = { ...police, id: 'x', prefill: 'person.residence' } as FieldDefinition;
    const [page] = formOf([field]).pages;
    const home = { province: '01', commune: '00004', detail: '5 Điện Biên Phủ' };
    expect(page && prefillPage(page, {}, () => home)).toEqual({
      x: { key: 'person.residence', answer: { ...home, detail: '' } },
    });
  });
});

const said = (province: string, district: string, commune: string, today = '', detail = '') => ({
  'x-province': province,
  'x-district': district,
  'x-commune': commune,
  'x-today': today,
  'x-detail': detail,
});

describe('an address before 1 July 2025', () => {
  const born = { type: 'former-address', detail: 'optional', label: words('Nơi sinh') } as const;

  it('is kept as it was, and shown with what it is now', () => {
    expect(ask(born, said('01', '001', '00001', '', ' số 5 '))).toMatchObject({
      answer: {
        before: { province: '01', district: '001', commune: '00001' },
        today: '',
        detail: 'số 5',
      },
      errors: [],
      shown: 'số 5, xã 00001 cũ',
    });
  });

  it('of a divided commune asks in which part, and takes no other', () => {
    expect(ask(born, said('01', '001', '00006'))).toMatchObject({
      errors: ['former-today (today)'],
      sentences: ['Nơi này đã được chia: chọn xã, phường hoặc đặc khu hiện nay cho nơi sinh'],
    });
    expect(ask(born, said('01', '001', '00006', '00008')).errors).toEqual([]);
    expect(ask(born, said('01', '001', '00006', '26734')).errors).toEqual(['former-today (today)']);
  });

  it('of a district without communes ends with the district', () => {
    expect(ask(born, said('77', '754', '')).errors).toEqual([]);
    expect(ask(born, said('77', '754', '00001')).errors).toEqual(['former-commune (commune)']);
  });

  it.each([
    [said('', '', ''), 'enter'],
    [said('', '', '', '', 'số 5'), 'former-province (province)'],
    [said('01', '', ''), 'former-district (district)'],
    [said('77', '001', '00001'), 'former-district (district)'],
    [said('01', '001', ''), 'former-commune (commune)'],
    [said('01', '001', '00009'), 'former-commune (commune)'],
    [said('01', '001', 'x'), 'former-commune (commune)'],
    [said('01', '001', '00001', 'x'), 'former-today (today)'],
    [said('01', '001', '00001', '', 'x'.repeat(201)), 'too-long (detail)'],
  ])('of %j is refused: %s', (posted, error) => {
    expect(ask(born, posted).errors).toEqual([error]);
  });
});

describe('a paper', () => {
  const paper: FieldDefinition = {
    id: 'paper',
    type: 'file',
    accept: ['application/pdf', 'image/jpeg'],
    maxMegabytes: 1,
    maxFiles: 2,
    label: words('Giấy chứng sinh'),
  };
  const file = {
    attachment: '01936d9c-7b6a-7d5e-8f00-0123456789ab',
    name: 'giấy chứng sinh.pdf',
    sha256: 'a'.repeat(64),
    size: 1_048_576,
    mediaType: 'application/pdf',
  };
  const errorsOf = (files: unknown) =>
    checkAnswers(formOf([paper]), { paper: files }, context).errors.map(({ code }) => code);

  it('is uploaded apart from the page, so posting the page cannot change it', () => {
    const { answer, errors } = ask({ ...paper, label: paper.label }, { x: 'anything', 'x-name': 'anything' });
    expect({ answer, errors }).toEqual({ answer: undefined, errors: ['upload'] });
  });

  it.each([
    [[file], []],
    [[file, file], []],
    [[], ['upload']],
    [[file, file, file], ['too-many-files']],
    [[{ ...file, size: 1_048_577 }], ['file-too-big']],
    [[{ ...file, size: 0 }], ['file-empty']],
    [[{ ...file, mediaType: 'text/html' }], ['file-kind']],
    [[{ ...file, sha256: 'a' }], ['file-unreadable']],
    [[{ ...file, path: '/etc/passwd' }], ['file-unreadable']],
    ['giấy.pdf', ['file-unreadable']],
    [[null], ['file-unreadable']],
  ])('%#: %j gives %j', (files, errors) => {
    expect(errorsOf(files)).toEqual(errors);
  });
});
