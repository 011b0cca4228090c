import { type Platform, Refusal, transaction } from '#lib/platform';
import { Mandate } from './mandate.entity.js';
import { readMandates } from './read-mandates.js';
import { mandatesOver } from './representation.js';
import { tellRepresented } from './tell-represented.js';
import { IsNull } from 'typeorm';

/**
 * Ends a mandate at once, by whoever is represented or whoever represents; twice changes nothing. A filing under way
 * is waited for, so that each is wholly before the end or refused after it.
 * Refuses a mandate that the person has no part in ('not-found', 404).
 */
export function endMandate(platform: Platform, personId: string, id: string): Promise<void> {
  return transaction(platform.database, async (tx) => {
    const [mandate] = await readMandates(tx, platform, { id });
    const theirs = mandate?.representativeId === personId || (await mandatesOver(tx, personId)).includes(id);
    if (!mandate || !theirs) throw new Refusal('not-found', 404);
    const { affected } = await tx
      .getRepository(Mandate)
      .update({ id, endedAt: IsNull() }, { endedAt: platform.clock.now(), endedBy: personId });
    if (affected === 1)
      await tellRepresented(tx, platform, mandate, {
        what: 'noticeEnded',
        by: personId,
        href: '/account/acting',
      });
  });
}
