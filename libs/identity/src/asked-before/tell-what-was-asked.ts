import type { Platform, Tx } from '#lib/platform';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { OrganisationConsent } from '../organisation-account/organisation-consent.entity.js';
import { OrganisationRequest } from '../organisation-account/organisation-request.entity.js';
import { tellPerson } from '../organisation-account/tell-person.js';
import { idNumberIndexOf } from '../person/id-number-index-of.js';
import { mandatesAskedOf } from '../representation/mandates-asked-of.js';
import { stands } from '../representation/may-act-for.js';
import { readMandates } from '../representation/read-mandates.js';
import { mandatesOver } from '../representation/representation.js';
import { tellRepresented } from '../representation/tell-represented.js';
import { tellInvited } from '../representation/tell-invited.js';
import { lockWhoIsAsked } from './lock-who-is-asked.js';

/**
 * Tells somebody who has an account from now on what was asked of them before: to help, to act for an organisation, to
 * consent to its account; and who may act for them. To be called in the transaction that makes the account. What was
 * told already is not told again: each notice is about the very request, whoever writes it.
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
  await tellWhoMayAct(tx, platform, personId, now);
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

/** Who may act for them already, such as a guardian recorded at a counter; they can end it from now on. */
async function tellWhoMayAct(tx: Tx, platform: Platform, personId: string, now: Date): Promise<void> {
  const over = await readMandates(tx, platform, {
    id: In(await mandatesOver(tx, personId)),
    representativeId: Not(IsNull()),
  });
  for (const mandate of over)
    if (stands(mandate, now) && mandate.representativeId !== null)
      await tellRepresented(tx, platform, mandate, {
        what: 'noticeGranted',
        by: mandate.representativeId,
        href: '/account/acting',
        about: mandate.id,
      });
}
