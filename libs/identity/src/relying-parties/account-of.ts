import type { Account } from 'oidc-provider';
import type { Platform } from '#lib/platform';
import { isLocked } from '../lock/is-locked.js';
import { personalDetails } from '../person/personal-details.js';
import { consentInForce } from './consent-in-force.js';
import { levelToTell } from './level-to-tell.js';

/**
 * A person as a relying party may know them: nobody where the identity is locked or nothing is allowed (any more). Which
 * claims really go out, the scopes of the token decide.
 */
export async function accountOf(
  platform: Platform,
  personId: string,
  clientId: string | undefined,
): Promise<Account | undefined> {
  const tx = platform.database.manager;
  if (!clientId || !(await consentInForce(tx, personId, clientId)) || (await isLocked(tx, personId)))
    return undefined;
  return {
    accountId: personId,
    claims: async () => {
      const { fullName, birthDate, idNumber } = await personalDetails(tx, platform, personId);
      return {
        sub: personId,
        name: fullName,
        birthdate: birthDate,
        id_number: idNumber,
        assurance_level: await levelToTell(platform, personId),
      };
    },
  };
}
