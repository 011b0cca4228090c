import { keepLookup, officerLookup } from '#lib/organisations';
import { blindIndex, type Platform, transaction } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';

/**
 * Asks the population register whom an officer lives with and is married to, and keeps that as blind indexes, so that
 * nobody handles a matter of their household. For the worker; throws 'register-unavailable' (503), to be tried again.
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
  const close = [...members.map(({ idNumber }) => idNumber), person?.spouseIdNumber];
  const household = new Set(close.flatMap((each) => (each ? blindIndex(blindIndexKey, each) : [])));
  household.delete(blindIndex(blindIndexKey, lookup.idNumber));
  await transaction(database, (tx) => keepLookup(tx, lookup, person && [...household], clock.now()));
}
