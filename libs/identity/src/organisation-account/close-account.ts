import { type Platform, Refusal, transaction } from '#lib/platform';
import { IsNull } from 'typeorm';
import { Mandate } from '../representation/mandate.entity.js';
import { Organisation } from '../representation/organisation.entity.js';
import { lockOrganisation } from './request-account.js';
import { tellPerson } from './tell-person.js';

/**
 * Closes the account of an organisation at the wish of the representative it is bound to: every mandate under it ends at
 * once and the employees are told. Applications that were filed go on, and the representative reads and follows them as
 * before. It can be opened again, with the consent of the other representatives. The register is not asked: what somebody
 * no longer wants must end, whatever it says.
 * Refuses whoever it is not bound to, and one that is closed ('not-found', 404).
 */
export async function closeAccount(platform: Platform, personId: string, id: string): Promise<void> {
  const theirs = { id, legalRepresentativeId: personId, closedAt: IsNull() };
  await transaction(platform.database, async (tx) => {
    const found = await tx.getRepository(Organisation).findOneBy(theirs);
    if (found) await lockOrganisation(tx, found.taxCode);
    const now = platform.clock.now();
    const { affected } = await tx.getRepository(Organisation).update(theirs, { closedAt: now });
    if (!found || affected !== 1) throw new Refusal('not-found', 404);
    const standing = { organisationId: id, endedAt: IsNull() };
    const ended = await tx.getRepository(Mandate).findBy(standing);
    await tx.getRepository(Mandate).update(standing, { endedAt: now, endedBy: personId });
    for (const { representativeId } of ended)
      if (representativeId && representativeId !== personId)
        await tellPerson(tx, platform, representativeId, { what: 'noticeClosed', organisation: found.name });
  });
}
