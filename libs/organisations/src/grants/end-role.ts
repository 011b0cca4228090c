import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { OfficerRole } from '../officers/officer-role.entity.js';
import { demandAdministrator } from './demand-administrator.js';

/**
 * One administrator alone ends a role, at once: the next request of the officer, in whatever process and session, is
 * made without it.
 * Refuses 'not-found' (404) to anybody else, 'reason-needed' (422), and 'role-ended-already' (409).
 */
export async function endRole(
  tx: Tx,
  platform: Platform,
  administrator: Principal,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const role = await tx.getRepository(OfficerRole).findOneBy({ id });
  if (!role) throw new Refusal('not-found', 404);
  demandAdministrator(administrator, role.agencyId);
  if (reason === '') throw new Refusal('reason-needed', 422);
  const { affected } = await tx
    .createQueryBuilder()
    .update(OfficerRole)
    .set({ validUntil: platform.clock.now(), endedBy: administrator.id, endReason: reason })
    .where('id = :id AND (valid_until IS NULL OR valid_until > :now)', { id, now: platform.clock.now() })
    .execute();
  if (affected !== 1) throw new Refusal('role-ended-already', 409);
}
