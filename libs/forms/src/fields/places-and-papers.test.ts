import { checkAnswers, type FieldDefinition } from '../index.js';
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
