import { newId, type Platform, type Tx } from '#lib/platform';
import { Person } from '../person/person.entity.js';
import { tellHolder } from '../proofing/tell-holder.js';

/**
 * Unlocks an identity. The caller has level-2 evidence in hand: a check at a counter by two officers, or the national
 * identity at level 2, and keeps it as a proof (`raiseAssurance`) in the same transaction. Nothing where it is open.
 */
export async function unlock(tx: Tx, platform: Platform, personId: string): Promise<{ unlocked: boolean }> {
  const people = tx.getRepository(Person);
  const { lockedAt } = await people.findOneOrFail({
    where: { id: personId },
    select: { id: true, lockedAt: true },
    lock: { mode: 'pessimistic_write' },
  });
  if (!lockedAt) return { unlocked: false };
  await people.update(personId, { lockedAt: null });
  await tellHolder(tx, { personId, aboutId: newId(), notice: 'unlocked', at: platform.clock.now() });
  return { unlocked: true };
}
