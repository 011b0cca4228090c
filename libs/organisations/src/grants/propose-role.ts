import { isPostgresError, newId, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { rolesOf } from '../officers/find-officer.js';
import { knownOfficer } from '../officers/known-officer.js';
import { monthsLater } from '../officers/months-later.js';
import type { Officer } from '../officers/officer.entity.js';
import type { OfficerRoleName } from '../officers/officer-role.entity.js';
import { demandAdministrator } from './demand-administrator.js';
import { refuseRoleElsewhere } from './refuse-role-elsewhere.js';
import { RoleGrant } from './role-grant.entity.js';

/** For how many months a role can be granted. That none is longer than two years is an assumption: no source names a limit. */
export const grantMonths = [3, 6, 12, 24] as const;

export interface RoleWish {
  agencyId: string;
  staffNumber: string;
  /** As it is written in the staff list; an officer known already must have this name. */
  fullName: string;
  role: OfficerRoleName;
  /** One of `grantMonths`, from the day of the proposal on. */
  months: number;
}

/**
 * An administrator proposes a role for an officer, who is made known by it if new. It has no effect until another
 * administrator grants it (`decideRole`).
 * Refuses 'not-found' (404) to anybody else, 'role-for-oneself' (403), 'staff-number-of-another' (422),
 * 'role-held-already' (409) and like `refuseRoleElsewhere`.
 */
export async function proposeRole(
  tx: Tx,
  platform: Platform,
  administrator: Principal,
  { agencyId, staffNumber, fullName, role, months }: RoleWish,
): Promise<RoleGrant> {
  demandAdministrator(administrator, agencyId);
  await refuseRoleElsewhere(tx, agencyId, role);
  const now = platform.clock.now();
  const validUntil = monthsLater(now, months);
  const officer = await namedOfficer(tx, staffNumber, fullName);
  if (officer.id === administrator.id) throw new Refusal('role-for-oneself', 403);
  const held = await rolesOf(tx, officer.id, now);
  if (held.some((each) => each.role === role && each.agencyId === agencyId))
    throw new Refusal('role-held-already', 409);
  const grant: RoleGrant = {
    id: newId(),
    officerId: officer.id,
    agencyId,
    role,
    validUntil,
    proposedBy: administrator.id,
    proposedAt: now,
    decidedBy: null,
    decidedAt: null,
    granted: null,
  };
  await tx
    .getRepository(RoleGrant)
    .insert(grant)
    .catch((error: unknown) => {
      if (isPostgresError(error, 'unique-violation', 'role_grant_open'))
        throw new Refusal('role-held-already', 409);
      throw error;
    });
  return grant;
}

async function namedOfficer(tx: Tx, staffNumber: string, fullName: string): Promise<Officer> {
  const officer = await knownOfficer(tx, { staffNumber, fullName });
  const same = officer.fullName.localeCompare(fullName, 'vi', { sensitivity: 'accent' }) === 0;
  if (!same) throw new Refusal('staff-number-of-another', 422);
  return officer;
}
