import { IsNull } from 'typeorm';
import { type Platform, Refusal } from '#lib/platform';
import type { BusinessRegister } from '#lib/registries';
import { Organisation } from '../representation/organisation.entity.js';
import { confirmOrganisation } from './confirm-organisation.js';

/**
 * An organisation whose account is bound to a person, confirmed by the business register. Anybody else's, and one that was
 * closed, does not exist for them ('not-found', 404); refuses one that has lapsed ('organisation-lapsed', 409).
 */
export async function ownOrganisation(
  platform: Platform,
  register: BusinessRegister,
  personId: string,
  id: string,
): Promise<Organisation> {
  const theirs = { id, legalRepresentativeId: personId, closedAt: IsNull() };
  if (!(await platform.database.getRepository(Organisation).existsBy(theirs)))
    throw new Refusal('not-found', 404);
  const organisation = await confirmOrganisation(platform, register, id);
  if (organisation.legalRepresentativeId !== personId) throw new Refusal('not-found', 404);
  if (organisation.lapsedAt) throw new Refusal('organisation-lapsed', 409);
  return organisation;
}
