import { newId, type Tx } from '#lib/platform';
import { knownOfficer } from './known-officer.js';
import type { Officer } from './officer.entity.js';
import { OfficerRole, type OfficerRoleName } from './officer-role.entity.js';

/** Gives an officer, made known by this if new, a role at an agency from `at` on. Appointing twice changes nothing. */
export async function appointOfficer(
  tx: Tx,
  appointment: { staffNumber: string; fullName: string; role: OfficerRoleName; agencyId: string; at: Date },
): Promise<Officer> {
  const { staffNumber, fullName, role, agencyId, at } = appointment;
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
      validUntil: null,
      endedBy: null,
      endReason: null,
    })
    .orIgnore()
    .execute();
  return officer;
}
