import { recordAccess } from '#lib/audit';
import { blindIndex, type Platform } from '#lib/platform';
import type { BusinessRegister, RegisterEnterprise } from '#lib/registries';

/** What the business register says of an organisation, its representatives by blind index. */
export interface RegisteredOrganisation {
  taxCode: string;
  name: string;
  active: boolean;
  /** Names by blind index of the ID number. */
  representatives: Map<string, string>;
}

/**
 * Asks the business register about an organisation for a person, who sees in their account that it was asked.
 * Undefined where it knows none of this code; refuses 'business-register-unavailable' (503).
 */
export async function askRegister(
  platform: Platform,
  register: BusinessRegister,
  taxCode: string,
  personId: string,
): Promise<RegisteredOrganisation | undefined> {
  const enterprise = await register.findEnterprise(taxCode, 'organisation-account');
  await recordAccess(platform.database.manager, [
    {
      subjectPersonId: personId,
      at: platform.clock.now(),
      what: 'register-query',
      purpose: 'organisation-account',
      actorKind: 'system',
      actorId: null,
      agencyId: null,
      caseId: null,
    },
  ]);
  return enterprise && indexed(platform, enterprise);
}

function indexed(platform: Platform, enterprise: RegisterEnterprise): RegisteredOrganisation {
  const { taxCode, name, status, representatives } = enterprise;
  const key = platform.config.secrets.blindIndexKey;
  return {
    taxCode,
    name,
    active: status === 'active',
    representatives: new Map(
      representatives.map(({ idNumber, fullName }) => [blindIndex(key, idNumber), fullName]),
    ),
  };
}
