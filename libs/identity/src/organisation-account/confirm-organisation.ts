import type { Platform, Tx } from '#lib/platform';
import type { BusinessRegister } from '#lib/registries';
import { idNumberIndexOf } from '../person/id-number-index-of.js';
import { Mandate } from '../representation/mandate.entity.js';
import { Organisation } from '../representation/organisation.entity.js';
import { askRegister } from './ask-register.js';
import { tellPerson } from './tell-person.js';

/** How long an answer of the register counts: a page opened and signed asks once. */
const goodForMs = 10 * 60_000;

/**
 * Asks the business register whether it still stands behind the account of an organisation, and writes down what it
 * says: from the moment it does not, nobody acts for it (`mayActFor`). Where the register is away nothing is assumed:
 * refuses 'business-register-unavailable' (503).
 */
export async function confirmOrganisation(
  platform: Platform,
  register: BusinessRegister,
  organisationId: string,
): Promise<Organisation> {
  const tx = platform.database.manager;
  const now = platform.clock.now();
  const organisation = await tx.getRepository(Organisation).findOneByOrFail({ id: organisationId });
  const { legalRepresentativeId, taxCode, checkedAt } = organisation;
  if (checkedAt.getTime() > now.getTime() - goodForMs) return organisation;
  const said = await askRegister(platform, register, taxCode, legalRepresentativeId);
  const named = said?.representatives.has(await idNumberIndexOf(tx, legalRepresentativeId));
  const because = !said?.active ? 'not-active' : named ? null : 'representative-changed';
  return write(tx, platform, organisation, because);
}

async function write(
  tx: Tx,
  platform: Platform,
  organisation: Organisation,
  lapsedBecause: Organisation['lapsedBecause'],
): Promise<Organisation> {
  const { id, legalRepresentativeId, name, lapsedAt } = organisation;
  const now = platform.clock.now();
  const found = { checkedAt: now, lapsedBecause, lapsedAt: lapsedBecause && (lapsedAt ?? now) };
  // Only while it is still theirs: somebody may have taken it over while the register was asked.
  const { affected } = await tx.getRepository(Organisation).update({ id, legalRepresentativeId }, found);
  if (affected !== 1) return tx.getRepository(Organisation).findOneByOrFail({ id });
  if (lapsedBecause && !lapsedAt)
    await tellPerson(tx, platform, legalRepresentativeId, { what: 'noticeLapsed', organisation: name });
  return { ...organisation, ...found };
}

/** The same for whoever a mandate is for; nothing is asked where that is no organisation. */
export async function confirmRepresented(
  platform: Platform,
  register: BusinessRegister,
  mandateId: string,
): Promise<void> {
  const mandate = await platform.database.getRepository(Mandate).findOneBy({ id: mandateId });
  if (mandate?.organisationId) await confirmOrganisation(platform, register, mandate.organisationId);
}
