import { newId, type Tx } from '#lib/platform';
import { knownOfficer } from './known-officer.js';
import type { Officer } from './officer.entity.js';
import { OfficerRole, type OfficerRoleName } from './officer-role.entity.js';

/** How long a role is given that no two administrators granted: as long as they may at most. */
export const appointedMonths = 24;

/**
 * Gives an officer, made known by this if new, a role at an agency from `at` on, until `until` or without an end.
 * Appointing twice without an end changes nothing.
 */
export async function appointOfficer(
  tx: Tx,
  appointment: {
    staffNumber: string;
    fullName: string;
    role: OfficerRoleName;
    agencyId: string;
    at: Date;
    until?: Date;
  },
): Promise<Officer> {
  const { staffNumber, fullName, role, agencyId, at, until } = appointment;
  const officer = await knownOfficer(tx, { staffNumber, fullName });
  await tx
    .getRepository(OfficerRole)
    .createQueryBuilder()
    .insert()
    .values({
      id: newId(),
      officerId: officer.id,
      agencyId,
      role,
      validFrom: at,
      validUntil: until ?? null,
      endedBy: null,
      endReason: null,
    })
    .orIgnore()
    .execute();
  return officer;
}
