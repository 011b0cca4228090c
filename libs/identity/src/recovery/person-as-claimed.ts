import { blindIndex, type Platform } from '#lib/platform';
import { Person } from '../person/person.entity.js';
import { type Claim, nameKey } from '../sign-up/match-register.js';

/** The id of the person with an account who is as claimed. The caller must not let anybody see whether there is one. */
export async function personAsClaimed(platform: Platform, claim: Claim): Promise<string | undefined> {
  const idNumberIndex = blindIndex(platform.config.secrets.blindIndexKey, claim.idNumber);
  const person = await platform.database.getRepository(Person).findOne({
    where: { idNumberIndex },
    select: { id: true, fullName: true, birthDate: true },
  });
  const same = person?.birthDate === claim.birthDate && nameKey(person.fullName) === nameKey(claim.fullName);
  return same ? person?.id : undefined;
}
