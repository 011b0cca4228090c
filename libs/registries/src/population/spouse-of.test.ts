import { spouseOf } from './spouse-of.js';
import type { HouseholdMember } from './register-person.js';

const residence = { province: '01', commune: '00082', detail: '', kind: 'permanent' } as const;
const member = (idNumber: string, facts: Partial<HouseholdMember>): HouseholdMember => ({
  idNumber,
  fullName: idNumber,
  birthDate: '1990-01-01',
  sex: 'male',
  deceased: false,
  nationality: 'VN',
  residence,
  relationship: 'other',
  ...facts,
});
const household = [
  member('grandfather', { relationship: 'head', spouseIdNumber: 'grandmother' }),
  member('grandmother', { relationship: 'spouse', spouseIdNumber: 'grandfather', deceased: true }),
  member('son', { relationship: 'child', spouseIdNumber: 'daughter-in-law' }),
  member('daughter-in-law', { relationship: 'child-in-law', spouseIdNumber: 'son' }),
  member('daughter', { relationship: 'child', spouseIdNumber: 'somebody elsewhere' }),
  member('child', { relationship: 'grandchild' }),
];

test('a couple is found also where neither is the head of the household', () => {
  expect(spouseOf(household, 'son')?.idNumber).toBe('daughter-in-law');
  expect(spouseOf(household, 'daughter-in-law')?.idNumber).toBe('son');
});

test.each([
  ['a widower', 'grandfather'],
  ['someone whose spouse lives elsewhere', 'daughter'],
  ['a single person', 'child'],
  ['a stranger to the household', 'neighbour'],
])('%s has none', (_, idNumber) => {
  expect(spouseOf(household, idNumber)).toBeUndefined();
});
