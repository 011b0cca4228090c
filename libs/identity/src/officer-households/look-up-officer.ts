import { keepLookup, officerLookup } from '#lib/organisations';
import { blindIndex, type Platform, transaction } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';

/**
 * Asks the population register whom an officer lives with and is married to, and keeps that as blind indexes, so that
 * nobody handles a matter of their household; those of them who have an account are shown that it was asked. For the
 * worker; throws 'register-unavailable' (503), to be tried again.
 */
export async function lookUpOfficer(
  { database, config, clock }: Platform,
  register: PopulationRegister,
  officerId: string,
): Promise<void> {
  const { blindIndexKey, encryptionKey } = config.secrets;
  const lookup = await officerLookup(database.manager, encryptionKey, officerId);
  if (!lookup) return;
  const person = await register.findPerson(lookup.idNumber, 'officer-household');
  const members = person ? await register.household(lookup.idNumber, 'officer-household') : [];
  const numbers = [lookup.idNumber, ...members.map(({ idNumber }) => idNumber), person?.spouseIdNumber];
  const close = new Set(numbers.flatMap((each) => (each ? blindIndex(blindIndexKey, each) : [])));
  const own = blindIndex(blindIndexKey, lookup.idNumber);
  const household = person && [...close].filter((index) => index !== own);
  await transaction(database, (tx) => keepLookup(tx, lookup, household, clock.now()));
}
