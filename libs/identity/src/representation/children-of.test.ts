import type { HouseholdMember, Relationship } from '#lib/registries';
import { childrenOf } from './children-of.js';
import { fourteenthBirthday } from './fourteenth-birthday.js';

const today = '2026-11-20';

function member(
  idNumber: string,
  relationship: Relationship,
  birthDate: string,
  more: Partial<HouseholdMember> = {},
): HouseholdMember {
  return {
    idNumber,
    relationship,
    birthDate,
    fullName: idNumber,
    sex: 'female',
    deceased: false,
    nationality: 'VN',
    residence: { province: '01', commune: '00082', detail: '', kind: 'permanent' },
    ...more,
  };
}

const father = member('father', 'head', '1990-04-12', { spouseIdNumber: 'mother' });
const mother = member('mother', 'spouse', '1993-08-25', { spouseIdNumber: 'father' });
const child = member('child', 'child', '2019-03-08');
const names = (people: HouseholdMember[]) => people.map(({ idNumber }) => idNumber);

describe('in the household of a head with wife and child', () => {
  const household = [father, mother, child];

  test.each(['father', 'mother'])('the child is the %s’s', (parent) => {
    expect(names(childrenOf(household, parent, today))).toEqual(['child']);
  });

  test('the child has no children, and a stranger has none there', () => {
    expect(childrenOf(household, 'child', today)).toEqual([]);
    expect(childrenOf(household, 'stranger', today)).toEqual([]);
  });

  test('a wife the head does not know is no parent', () => {
    const claimed = { ...mother, idNumber: 'other' };
    expect(childrenOf([father, claimed, child], 'other', today)).toEqual([]);
  });

  test('neither the dead nor those who turned 14 are represented', () => {
    const grown = member('grown', 'child', '2012-11-20');
    const almost = member('almost', 'child', '2012-11-21');
    const gone = { ...child, idNumber: 'gone', deceased: true };
    expect(names(childrenOf([father, grown, almost, gone], 'father', today))).toEqual(['almost']);
    expect(childrenOf([{ ...father, deceased: true }, child], 'father', today)).toEqual([]);
  });
});

test.each<Relationship>([
  'child',
  'child-in-law',
  'sibling',
  'parent',
  'parent-in-law',
  'other',
  'grandchild',
])('a %s of the head is not the parent of a child or grandchild of the head', (relationship) => {
  const household = [
    member('head', 'head', '1955-01-01'),
    member('somebody', relationship, '1985-01-01'),
    member('small', 'child', '2019-01-01'),
    member('smaller', 'grandchild', '2021-01-01'),
  ];
  expect(childrenOf(household, 'somebody', today)).toEqual([]);
});

test('a grandparent does not act for a grandchild by the register alone', () => {
  const household = [member('head', 'head', '1955-01-01'), member('small', 'grandchild', '2021-01-01')];
  expect(childrenOf(household, 'head', today)).toEqual([]);
});

test.each([
  ['2012-11-20', '2026-11-19T17:00:00.000Z'],
  ['2012-02-29', '2026-02-28T17:00:00.000Z'],
])('who was born on %s has an account of their own from %s on', (birthDate, instant) => {
  expect(fourteenthBirthday(birthDate).toISOString()).toBe(instant);
});
