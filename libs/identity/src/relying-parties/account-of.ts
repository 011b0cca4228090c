import type { Account } from 'oidc-provider';
import { recordAccess } from '#lib/audit';
import type { Platform } from '#lib/platform';
import { isLocked } from '../lock/is-locked.js';
import { personalDetails } from '../person/personal-details.js';
import { consentInForce } from './consent-in-force.js';
import { levelToTell } from './level-to-tell.js';
import { sharedScopesIn } from './shared-scopes.js';

/**
 * A person as a relying party may know them: nobody where the identity is locked or nothing is allowed (any more). Which
 * claims really go out, the scopes of the token decide; that they were read, the person sees among the looks at their
 * data. Signing in alone tells a subject and a level, and is found among the consents.
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
    claims: async (use, scope) => {
      const scopes = sharedScopesIn(scope);
      if (use === 'userinfo' && scopes.length > 0)
        await recordAccess(tx, [
          {
            at: platform.clock.now(),
            actorKind: 'system',
            actorId: null,
            agencyId: null,
            purpose: 'shared-by-consent',
            subjectPersonId: personId,
            caseId: null,
            what: 'shared-data',
            relyingParty: clientId,
            scopes,
          },
        ]);
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
