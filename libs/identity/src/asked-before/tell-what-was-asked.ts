import type { Platform, Tx } from '#lib/platform';
import { IsNull, MoreThan } from 'typeorm';
import { OrganisationConsent } from '../organisation-account/organisation-consent.entity.js';
import { OrganisationRequest } from '../organisation-account/organisation-request.entity.js';
import { tellPerson } from '../organisation-account/tell-person.js';
import { idNumberIndexOf } from '../person/id-number-index-of.js';
import { mandatesAskedOf } from '../representation/mandates-asked-of.js';
import { tellInvited } from '../representation/tell-invited.js';
import { lockWhoIsAsked } from './lock-who-is-asked.js';

/**
 * Tells somebody who has an account from now on what was asked of them before: to help, to act for an organisation, to
 * consent to its account. To be called in the transaction that makes the account. What was told already is not told
 * again: each notice is about the very request, whoever writes it.
 */
export async function tellWhatWasAsked(tx: Tx, platform: Platform, personId: string): Promise<void> {
  const personIndex = await idNumberIndexOf(tx, personId);
  await lockWhoIsAsked(tx, personIndex);
  const now = platform.clock.now();
  for (const { id, kind, represented, endedAt, validUntil } of await mandatesAskedOf(
    tx,
    platform,
    personId,
  )) {
    if (endedAt || (validUntil && validUntil <= now)) continue;
    if (represented.kind === 'person')
      await tellInvited(tx, personId, { id, name: represented.fullName, at: now });
    else if (kind === 'employee')
      await tellPerson(tx, platform, personId, {
        what: 'noticeEmployeeAsked',
        organisation: represented.name,
        about: id,
        href: '/account/acting',
      });
  }
  const unanswered = await tx
    .getRepository(OrganisationConsent)
    .findBy({ personIndex, answeredAt: IsNull() });
  for (const { requestId } of unanswered) {
    const open = { id: requestId, closedAt: IsNull(), expiresAt: MoreThan(now) };
    const request = await tx.getRepository(OrganisationRequest).findOneBy(open);
    if (request)
      await tellPerson(tx, platform, personId, {
        what: 'noticeConsentAsked',
        organisation: request.name,
        about: requestId,
        href: `/account/organisations/requests/${requestId}`,
      });
  }
}
