import { type Platform, Refusal, type Tx } from '#lib/platform';
import { IsNull, MoreThan } from 'typeorm';
import { idNumberIndexOf } from '../person/id-number-index-of.js';
import { Mandate } from './mandate.entity.js';
import { mandatesAskedOf } from './mandates-asked-of.js';
import type { Actor } from './may-act-for.js';
import { readMandates } from './read-mandates.js';
import { tellRepresented } from './tell-represented.js';

/**
 * Takes on a mandate that somebody was asked to, by their ID number; whoever gave it is told. Refuses what was not
 * offered to them, was ended or ran out ('not-found', 404); and, both 409, somebody too little known to act
 * ('representative-not-known-enough') and an organisation whose account has lapsed ('organisation-lapsed').
 * To be called in a transaction.
 */
export async function acceptMandate(tx: Tx, platform: Platform, person: Actor, id: string): Promise<void> {
  const now = platform.clock.now();
  const asked = (await mandatesAskedOf(tx, platform, person.id)).find((each) => each.id === id);
  if (!asked) throw new Refusal('not-found', 404);
  if (person.assurance < 1) throw new Refusal('representative-not-known-enough', 409);
  if (asked.represented.kind === 'organisation' && asked.represented.lapsed)
    throw new Refusal('organisation-lapsed', 409);
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
