import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { places } from '#lib/organisations';
import { languages, projectRoot } from '#lib/platform';
import { readNewborns, readPeople } from './read-people.js';

const people = readPeople();
const byNumber = new Map(people.map((person) => [person.idNumber, person]));
/** Of the 63 provinces before July 2025, as in ID numbers. */
const oldProvinces =
  '01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96'.split(
    ' ',
  );

test('there are at least 24 people, each with a number and a phone of their own', () => {
  expect(people.length).toBeGreaterThanOrEqual(24);
  expect(byNumber.size).toBe(people.length);
  const phones = people.map(({ phone }) => phone).filter(Boolean);
  expect(new Set(phones).size).toBe(phones.length);
});

test('the number of a citizen tells province of registration, century and sex, and year of birth', () => {
  for (const { idNumber, birthDate, sex, nationality } of people) {
    if (nationality !== 'VN') continue;
    expect(oldProvinces).toContain(idNumber.slice(1, 3));
    const century = birthDate < '2000' ? 0 : 2;
    expect(idNumber).toMatch(
      new RegExp(`^0\\d\\d${century + (sex === 'female' ? 1 : 0)}${birthDate.slice(2, 4)}\\d{6}$`),
    );
  }
});

test('birth dates exist, and phones are numbers that nobody has', () => {
  for (const { birthDate, phone } of people) {
    expect(new Date(birthDate).toISOString().slice(0, 10)).toBe(birthDate);
    if (phone) expect(phone).toMatch(/^0900000\d{3}$/);
  }
});

test('addresses are in the administrative units of today', () => {
  const addresses = [
    ...people.flatMap(({ residence, hometown }) => [residence, ...(hometown ? [hometown] : [])]),
    ...readNewborns().map(({ hospital }) => hospital),
  ];
  for (const { province, commune } of addresses) expect(places.provinceOfCommune(commune)).toBe(province);
});

test('a household has one head, who comes first', () => {
  const heads = people.filter(({ relationship }) => relationship === 'head');
  expect(heads.map(({ household }) => household)).toEqual([
    ...new Set(people.map(({ household }) => household)),
  ]);
});

test('couples name each other', () => {
  for (const { idNumber, spouseIdNumber } of people)
    if (spouseIdNumber) expect(byNumber.get(spouseIdNumber)?.spouseIdNumber).toBe(idNumber);
});

test('mothers of newborns are women of the register', () => {
  for (const { motherIdNumber } of readNewborns()) expect(byNumber.get(motherIdNumber)?.sex).toBe('female');
});

test('a case is told in every language', () => {
  for (const { testCase } of people) if (testCase) expect(Object.keys(testCase)).toEqual([...languages]);
});

test.each<[string, (person: (typeof people)[number]) => boolean]>([
  ['a deceased person', ({ deceased }) => deceased],
  ['a foreigner', ({ nationality }) => nationality !== 'VN'],
  ['an adult without a phone', ({ phone, birthDate }) => !phone && birthDate < '2000'],
  [
    'a 13-year-old on 22 November 2026',
    ({ birthDate }) => birthDate > '2012-11-22' && birthDate <= '2013-11-22',
  ],
  [
    'a 15-year-old on 22 November 2026',
    ({ birthDate }) => birthDate > '2010-11-22' && birthDate <= '2011-11-22',
  ],
  ['somebody in a special zone', ({ residence }) => residence.commune === '26732'],
  ['a temporary resident', ({ residence }) => residence.kind === 'temporary'],
  ['a name with an apostrophe', ({ fullName }) => fullName.includes('’')],
])('there is %s', (_, is) => {
  expect(people.some(is)).toBe(true);
});

test('every officer who ships is a person of the register, under the same name', () => {
  const file = join(projectRoot(), 'libs/organisations/data/officers.yaml');
  const agencies = parse(readFileSync(file, 'utf8')) as { officers: { name: string; idNumber: string }[] }[];
  const officers = agencies.flatMap((agency) => agency.officers);
  expect(officers.map(({ idNumber }) => byNumber.get(idNumber)?.fullName)).toEqual(
    officers.map(({ name }) => name),
  );
});

test('two people share a name and differ in birth date', () => {
  const namesakes = people.filter(({ fullName }) => fullName === 'Nguyễn Thị Hương');
  expect(new Set(namesakes.map(({ birthDate }) => birthDate)).size).toBe(2);
});
