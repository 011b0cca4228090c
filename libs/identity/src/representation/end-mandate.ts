import { type Platform, Refusal, transaction } from '#lib/platform';
import { Mandate } from './mandate.entity.js';
import { mandatesAskedOf } from './mandates-asked-of.js';
import { readMandates } from './read-mandates.js';
import { mandatesOver } from './representation.js';
import { tellRepresentative } from './tell-representative.js';
import { tellRepresented } from './tell-represented.js';
import { IsNull } from 'typeorm';

/**
 * Ends a mandate at once, by whoever is represented, represents, or was asked to and will not; the other is told, and
 * twice changes nothing. A filing under way
 * is waited for, so that each is wholly before the end or refused after it.
 * Refuses a mandate that the person has no part in, and that of a legal representative, which goes with the account of
 * the organisation ('not-found', 404).
 */
export function endMandate(platform: Platform, personId: string, id: string): Promise<void> {
  return transaction(platform.database, async (tx) => {
    const [mandate] = await readMandates(tx, platform, { id });
    const asked = (await mandatesAskedOf(tx, platform, personId)).some((each) => each.id === id);
    const theirs =
      asked || mandate?.representativeId === personId || (await mandatesOver(tx, personId)).includes(id);
    if (!mandate || !theirs || mandate.kind === 'legal-representative') throw new Refusal('not-found', 404);
    const { affected } = await tx
      .getRepository(Mandate)
      .update({ id, endedAt: IsNull() }, { endedAt: platform.clock.now(), endedBy: personId });
    if (affected !== 1) return;
    await tellRepresentative(tx, platform, mandate, { what: 'noticeYouMayNot', by: personId });
    await tellRepresented(tx, platform, mandate, {
      what: asked ? 'noticeDeclined' : 'noticeEnded',
      by: personId,
      href: '/account/acting',
    });
  });
}
