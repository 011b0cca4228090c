import { type Platform, Refusal, type Tx } from '#lib/platform';
import { IsNull, MoreThan } from 'typeorm';
import { idNumberIndexOf } from '../person/id-number-index-of.js';
import { Mandate } from './mandate.entity.js';
import { readMandates } from './read-mandates.js';
import { tellRepresented } from './tell-represented.js';

/**
 * Takes on a mandate that somebody was asked to, by their ID number; whoever gave it is told. Refuses what was not
 * offered to them, was ended or ran out ('not-found', 404). To be called in a transaction.
 */
export async function acceptMandate(
  tx: Tx,
  platform: Platform,
  person: { id: string },
  id: string,
): Promise<void> {
  const now = platform.clock.now();
  const offered = {
    id,
    invitedIndex: await idNumberIndexOf(tx, person.id),
    representativeId: IsNull(),
    endedAt: IsNull(),
    validUntil: MoreThan(now),
  };
  const taken = await tx
    .getRepository(Mandate)
    .update(offered, { representativeId: person.id, acceptedAt: now });
  const [mandate] = await readMandates(tx, platform, { id });
  if (taken.affected !== 1 || !mandate) throw new Refusal('not-found', 404);
  await tellRepresented(tx, platform, mandate, {
    what: 'noticeGranted',
    by: person.id,
    href: '/account/acting',
  });
}
