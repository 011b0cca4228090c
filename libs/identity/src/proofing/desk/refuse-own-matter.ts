import { isOwnOrHousehold, officerIdentityIndex } from '#lib/organisations';
import { blindIndex, type Platform, Refusal, type Tx } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';

/**
 * Refuses an officer whose own matter this is, or that of their household or spouse, as noted and as the register says
 * now ('own-household', 403); and one of whom nobody noted who they are as a person ('officer-identity-unknown', 403).
 */
export async function refuseOwnMatter(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  { officerId, idNumber }: { officerId: string; idNumber: string },
): Promise<void> {
  const own = await officerIdentityIndex(tx, officerId);
  if (own === undefined) throw new Refusal('officer-identity-unknown', 403);
  const indexOf = (each: string) => blindIndex(platform.config.secrets.blindIndexKey, each);
  if (await isOwnOrHousehold(tx, officerId, indexOf(idNumber))) throw new Refusal('own-household', 403);
  const members = await register.household(idNumber, 'identity-check');
  const person = await register.findPerson(idNumber, 'identity-check');
  const close = [...members.map((member) => member.idNumber), person?.spouseIdNumber];
  if (close.some((each) => each !== undefined && indexOf(each) === own))
    throw new Refusal('own-household', 403);
}
