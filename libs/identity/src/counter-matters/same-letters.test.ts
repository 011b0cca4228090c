import { sameLetters } from './same-letters.js';

test.each([
  ['CHANTHA SOKMONY', 'Sokmony  Chantha', true],
  ['Đặng Thị Hồng', 'DANG THI HONG', true],
  ['Jean-Luc O’Neil', 'O Neil Jean Luc', true],
  ['Chantha Sokmony', 'Chantha Sokunthea', false],
  ['', 'Sok Dara', false],
])('%j and %j: %s', (one, other, same) => {
  expect(sameLetters(one, other)).toBe(same);
});
