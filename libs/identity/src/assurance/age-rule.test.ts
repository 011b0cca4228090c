import * as fc from 'fast-check';
import { ageRule } from './age-rule.js';

const today = '2026-11-20';
const of = (birthDate: string, nationality = 'VN') => ageRule({ birthDate, nationality }, today);

test.each([
  ['on the fourteenth birthday', '2012-11-20', 'self', 2],
  ['the day before it', '2012-11-21', 'parent-or-guardian', 2],
  ['on the sixth birthday', '2020-11-20', 'parent-or-guardian', 2],
  ['the day before it', '2020-11-21', 'parent-or-guardian', 1],
  ['on the day of birth', '2026-11-20', 'parent-or-guardian', 1],
  ['born on 29 February', '2012-02-29', 'self', 2],
] as const)('%s (%s) an account is opened by %s, up to level %s', (_, birthDate, openedBy, level) => {
  expect(of(birthDate)).toMatchObject({ openedBy, highestLegalLevel: level });
});

test('foreigners show a residence card, citizens an identity card', () => {
  expect(of('1990-01-01', 'LA').document).toBe('residence-card');
  expect(of('1990-01-01').document).toBe('identity-card');
});

test('nobody loses a right by growing older', () => {
  const day = fc
    .date({ min: new Date('1930-01-01'), max: new Date(today), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [older, younger] = one < other ? [of(one), of(other)] : [of(other), of(one)];
      expect(older.highestLegalLevel).toBeGreaterThanOrEqual(younger.highestLegalLevel);
      if (younger.openedBy === 'self') expect(older.openedBy).toBe('self');
    }),
  );
});
