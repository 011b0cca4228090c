import { beginOfLegalDay, endOfLegalDay, type Platform, Refusal, type Tx } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { endGuardianship, standingGuardianship } from '../representation/end-guardianship.js';
import { grantGuardianship } from '../representation/grant-guardianship.js';
import type { Agreed } from './decide-matter.js';
import type { GuardianshipMatter } from './matter-content.js';

/**
 * Lets the guardian act until the end of the last day; both are told. Refuses a guardian without an account
 * ('guardian-without-account', 409), a guardianship that stands already ('guardianship-stands', 409) and a ward the
 * register no longer knows ('not-found', 404).
 */
export async function carryOutGuardianship(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  { guardianIdNumber, wardIdNumber, decision, lastDay }: GuardianshipMatter,
  { agencyId, officers }: Agreed,
): Promise<void> {
  const ward = await register.findPerson(wardIdNumber, 'identity-check');
  if (!ward || !lastDay) throw new Refusal('not-found', 404);
  const guardianId = await personWithIdNumber(tx, platform, guardianIdNumber);
  if (!guardianId) throw new Refusal('guardian-without-account', 409);
  // Two matters on the same two people, approved at once, are one guardianship.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060021))', [guardianId]);
  if (await standingGuardianship(tx, platform, { guardianId, wardIdNumber }))
    throw new Refusal('guardianship-stands', 409);
  const validUntil = endOfLegalDay(beginOfLegalDay(lastDay));
  await grantGuardianship(tx, platform, { guardianId, ward, validUntil, decision, officers, agencyId });
}

/** Ends a guardianship at once; both are told. Refuses one that does not stand ('guardianship-unknown', 409). */
export async function carryOutEnd(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  { guardianIdNumber, wardIdNumber }: GuardianshipMatter,
  { officers }: Agreed,
): Promise<void> {
  const ward = await register.findPerson(wardIdNumber, 'identity-check');
  if (!ward) throw new Refusal('not-found', 404);
  const guardianId = await personWithIdNumber(tx, platform, guardianIdNumber);
  if (!guardianId) throw new Refusal('guardianship-unknown', 409);
  await endGuardianship(tx, platform, { guardianId, ward, officerId: officers[1] });
}
