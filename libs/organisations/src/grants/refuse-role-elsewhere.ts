import { Refusal, type Tx } from '#lib/platform';
import type { Agency } from '../agencies/agency.entity.js';
import { agencyById } from '../agencies/find-agency.js';
import type { OfficerRoleName } from '../officers/officer-role.entity.js';

/**
 * Where roles that reach beyond an agency are held: who checks identities (Decree 69/2024/NĐ-CP leaves that to the police)
 * and who writes definitions of procedures, which are law for the whole country (ASSUMPTION: the ministries).
 */
const heldAt: Partial<Record<OfficerRoleName, (agency: Agency) => boolean>> = {
  identity: ({ body }) => body === 'police',
  designer: ({ level }) => level === 'ministry',
};

/** Refuses a role that no officer of this agency can hold ('role-not-here', 409), whoever agrees on it. */
export async function refuseRoleElsewhere(tx: Tx, agencyId: string, role: OfficerRoleName): Promise<void> {
  const rule = heldAt[role];
  if (rule && !rule(await agencyById(tx, agencyId))) throw new Refusal('role-not-here', 409);
}
