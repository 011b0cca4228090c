import { readPeople } from '../population/read-people.js';
import { readEnterprises } from './read-enterprises.js';

test('representatives are people of the register, and no code can be a real one', () => {
  const people = new Set(readPeople().map(({ idNumber }) => idNumber));
  for (const { representatives, taxCode } of readEnterprises()) {
    for (const { idNumber } of representatives) expect(people).toContain(idNumber);
    // The check digit of a code that the tax authority gives: 10 less the weighted sum modulo 11.
    const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
    const sum = weights.reduce((total, weight, place) => total + weight * Number(taxCode[place]), 0);
    expect(Number(taxCode[9])).not.toBe(10 - (sum % 11));
  }
});
