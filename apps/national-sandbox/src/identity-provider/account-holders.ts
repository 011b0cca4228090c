import { legalDate, type Platform } from '#lib/platform';
import { type TriedPerson, triedPeople } from '../population/tried-people.js';

/** Decree 69/2024, article 7: an account of one's own from this age on. */
const fromAge = 14;

/** Who can hold an account of the national identity: the living of the register who are old enough. */
export async function accountHolders(platform: Platform): Promise<TriedPerson[]> {
  const people = (await triedPeople(platform.database.manager)).filter(({ deceased }) => !deceased);
  const today = legalDate(platform.clock.now());
  const bornBy = `${Number(today.slice(0, 4)) - fromAge}${today.slice(4)}`;
  return people.filter(({ birthDate }) => birthDate <= bornBy);
}
