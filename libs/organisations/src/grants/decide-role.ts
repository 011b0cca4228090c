import { IsNull } from 'typeorm';
import { newId, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { rolesOf } from '../officers/find-officer.js';
import { OfficerRole } from '../officers/officer-role.entity.js';
import { demandAdministrator } from './demand-administrator.js';
import { refuseRoleElsewhere } from './refuse-role-elsewhere.js';
import { RoleGrant } from './role-grant.entity.js';

/**
 * A second administrator grants or refuses what a first one proposed; granted, the role holds from now on. The
 * proposer alone may take the proposal back, which is to refuse it.
 * Refuses 'not-found' (404) to anybody else, 'second-person-needed' (409) to the proposer and to whom the role is for,
 * 'proposer-no-administrator' (409) where the proposer is none any more, 'role-decided-already' (409), 'role-time-over'
 * (409) where the time has run out meanwhile, and like `refuseRoleElsewhere`.
 */
export async function decideRole(
  tx: Tx,
  platform: Platform,
  administrator: Principal,
  { id, granted }: { id: string; granted: boolean },
): Promise<void> {
  const grant = await tx.getRepository(RoleGrant).findOneBy({ id });
  if (!grant) throw new Refusal('not-found', 404);
  const { agencyId, officerId, proposedBy, role, validUntil } = grant;
  demandAdministrator(administrator, agencyId);
  const own = administrator.id === proposedBy || administrator.id === officerId;
  if (granted && own) throw new Refusal('second-person-needed', 409);
  if (granted) await refuseRoleElsewhere(tx, agencyId, role);
  const now = platform.clock.now();
  if (granted) await refuseFormerProposer(tx, { agencyId, proposedBy }, now);
  if (granted && validUntil <= now) throw new Refusal('role-time-over', 409);
  const { affected } = await tx
    .getRepository(RoleGrant)
    .update({ id, decidedAt: IsNull() }, { decidedBy: administrator.id, decidedAt: now, granted });
  if (affected !== 1) throw new Refusal('role-decided-already', 409);
  if (!granted) return;
  await tx.getRepository(OfficerRole).insert({
    id: newId(),
    officerId,
    agencyId,
    role,
    validFrom: now,
    validUntil,
    endedBy: null,
    endReason: null,
  });
}

async function refuseFormerProposer(
  tx: Tx,
  { agencyId, proposedBy }: Pick<RoleGrant, 'agencyId' | 'proposedBy'>,
  now: Date,
): Promise<void> {
  const held = await rolesOf(tx, proposedBy, now);
  if (!held.some((each) => each.role === 'administrator' && each.agencyId === agencyId))
    throw new Refusal('proposer-no-administrator', 409);
}
