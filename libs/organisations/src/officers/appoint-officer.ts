import { newId, type Tx } from '#lib/platform';
import { Officer } from './officer.entity.js';
import { OfficerRole, type OfficerRoleName } from './officer-role.entity.js';

/** Gives an officer, made known by this if new, a role at an agency from `at` on. Appointing twice changes nothing. */
export async function appointOfficer(
  tx: Tx,
  appointment: { staffNumber: string; fullName: string; role: OfficerRoleName; agencyId: string; at: Date },
): Promise<Officer> {
  const { staffNumber, fullName, role, agencyId, at } = appointment;
  const officers = tx.getRepository(Officer);
  await officers
    .createQueryBuilder()
    .insert()
    .values({ id: newId(), staffNumber, fullName })
    .orIgnore()
    .execute();
  const officer = await officers.findOneByOrFail({ staffNumber });
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
