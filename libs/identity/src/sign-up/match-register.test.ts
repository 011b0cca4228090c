import * as fc from 'fast-check';
import type { RegisterPerson } from '#lib/registries';
import { matchesRegister, nameKey } from './match-register.js';

const today = '2026-11-20';
const hoa: RegisterPerson = {
  idNumber: '001190012345',
  fullName: 'Nguyễn Thị Hoà',
  birthDate: '1990-03-27',
  sex: 'female',
  phone: '0912345678',
  deceased: false,
  nationality: 'VN',
  residence: { province: '01', commune: '00004', detail: '', kind: 'permanent' },
};
const claim = { idNumber: hoa.idNumber, fullName: hoa.fullName, birthDate: hoa.birthDate };

test('number, name and birth date as in the register are a match', () => {
  expect(matchesRegister(claim, hoa, today)).toBe(true);
});

test.each(['NGUYỄN THỊ HOÀ', '  nguyễn   thị hoà ', 'Nguyễn Thị Hòa', 'Nguyễn Thị Hoà'.normalize('NFD')])(
  'the same name written "%s" is a match',
  (fullName) => {
    expect(matchesRegister({ ...claim, fullName }, hoa, today)).toBe(true);
  },
);

test.each(['Nguyễn Thị Hoa', 'Nguyễn Thị Hoá', 'Nguyen Thi Hoa', 'Nguyễn Hoà', 'Nguyễn Thị Hoà Hoà'])(
  'the name "%s" is someone else’s',
  (fullName) => {
    expect(matchesRegister({ ...claim, fullName }, hoa, today)).toBe(false);
  },
);

test.each<[string, Partial<RegisterPerson>]>([
  ['has died', { deceased: true }],
  ['is not yet 14', { birthDate: '2012-11-21' }],
  ['has another number', { idNumber: '001190012346' }],
])('nobody who %s is matched', (_, change) => {
  const person = { ...hoa, ...change };
  expect(matchesRegister({ ...claim, birthDate: person.birthDate }, person, today)).toBe(false);
});

test('nobody without a phone is matched, for there is nowhere to send the code', () => {
  const { phone: _, ...noPhone } = hoa;
  expect(matchesRegister(claim, noPhone, today)).toBe(false);
});

test('an account can be had from the fourteenth birthday on', () => {
  const child = { ...hoa, birthDate: '2012-11-20' };
  expect(matchesRegister({ ...claim, birthDate: '2012-11-20' }, child, today)).toBe(true);
});

test('nobody is matched where the register knows nobody', () => {
  expect(matchesRegister(claim, undefined, today)).toBe(false);
});

test('how a name is composed, spaced and capitalised never counts', () => {
  const syllables = fc.constantFrom('Nguyễn', 'Hoà', 'Thuý', 'Đặng', 'Quyết', "H'Hen", 'Ưng', 'Phượng');
  fc.assert(
    fc.property(
      fc.array(syllables, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      fc.boolean(),
      (name, upper, nfd) => {
        const plain = name.join(' ');
        const cased = upper ? plain.toLocaleUpperCase('vi') : plain.toLocaleLowerCase('vi');
        expect(nameKey(` ${(nfd ? cased.normalize('NFD') : cased).replaceAll(' ', '  ')} `)).toBe(
          nameKey(plain),
        );
      },
    ),
  );
});
