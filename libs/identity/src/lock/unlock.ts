import { newId, type Platform, type Tx } from '#lib/platform';
import { Person } from '../person/person.entity.js';
import { tellPhone } from '../phone-notices/tell-phone.js';
import { tellHolder } from '../proofing/tell-holder.js';

/**
 * Unlocks an identity. The caller has level-2 evidence in hand: a check at a counter by two officers, or the national
 * identity at level 2, and keeps it as a proof (`raiseAssurance`) in the same transaction. The
 * holder is told in the inbox and by text message. Nothing where it is open.
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
  const at = platform.clock.now();
  await tellHolder(tx, { personId, aboutId: newId(), notice: 'unlocked', at });
  await tellPhone(tx, personId, 'unlocked', at);
  return { unlocked: true };
}
