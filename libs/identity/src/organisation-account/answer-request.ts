import { type Platform, Refusal, transaction, type Tx } from '#lib/platform';
import type { BusinessRegister } from '#lib/registries';
import type { Principal } from '#lib/web';
import { IsNull } from 'typeorm';
import { refuseWhileHeld } from '../assurance/required-assurance.js';
import { idNumberIndexOf } from '../person/id-number-index-of.js';
import { namesOf } from '../person/names-of.js';
import { askRegister, type RegisteredOrganisation } from './ask-register.js';
import { openAccount } from './open-account.js';
import { OrganisationConsent } from './organisation-consent.entity.js';
import { OrganisationRequest, type RequestOutcome } from './organisation-request.entity.js';
import { lockOrganisation } from './request-account.js';
import { tellPerson } from './tell-person.js';

interface RequestAnswer {
  requestId: string;
  answer: 'consented' | 'refused';
}

/**
 * The answer of another legal representative to a request for the account of their organisation. The last consent opens
 * it; one refusal ends it, and who asked is told. The register is asked again at each consent: where it names others
 * now, the request ends. Returns what became of it, undefined while it still waits.
 * Refuses whoever was not asked or has answered ('not-found', 404), a request that is over
 * ('organisation-request-over', 409), consent below level 2 ('organisation-consent-needs-level-2', 409) or held after a
 * recovery ('level-2-held', 403).
 */
export async function answerRequest(
  platform: Platform,
  register: BusinessRegister,
  person: Pick<Principal, 'id' | 'assurance'>,
  { requestId, answer }: RequestAnswer,
): Promise<RequestOutcome | undefined> {
  const { manager } = platform.database;
  const own = await idNumberIndexOf(manager, person.id);
  const { taxCode } = await asked(manager, platform, requestId, own);
  if (answer === 'consented' && person.assurance < 2)
    throw new Refusal('organisation-consent-needs-level-2', 409);
  if (answer === 'consented') await refuseWhileHeld(manager, platform, person.id, { assurance: 2 });
  const said = answer === 'consented' ? await askRegister(platform, register, taxCode, person.id) : undefined;
  return transaction(platform.database, async (tx) => {
    await lockOrganisation(tx, taxCode);
    const request = await asked(tx, platform, requestId, own);
    await tx
      .getRepository(OrganisationConsent)
      .update(
        { requestId, personIndex: own },
        { answer, answeredAt: platform.clock.now(), answeredBy: person.id },
      );
    const outcome = answer === 'refused' ? 'refused' : await outcomeOf(tx, request, said);
    if (outcome) await close(tx, platform, request, { outcome, said, by: person.id });
    return outcome;
  });
}

/** The request, if this person has still to answer it. */
async function asked(
  tx: Tx,
  platform: Platform,
  id: string,
  personIndex: string,
): Promise<OrganisationRequest> {
  const request = await tx.getRepository(OrganisationRequest).findOneBy({ id });
  const waits = await tx
    .getRepository(OrganisationConsent)
    .findOneBy({ requestId: id, personIndex, answeredAt: IsNull() });
  if (!request || !waits) throw new Refusal('not-found', 404);
  if (request.closedAt || request.expiresAt <= platform.clock.now())
    throw new Refusal('organisation-request-over', 409);
  return request;
}

async function outcomeOf(
  tx: Tx,
  { id, requestedBy }: OrganisationRequest,
  said: RegisteredOrganisation | undefined,
): Promise<RequestOutcome | undefined> {
  const consents = await tx.getRepository(OrganisationConsent).findBy({ requestId: id });
  const concerned = [
    ...consents.map(({ personIndex }) => personIndex),
    await idNumberIndexOf(tx, requestedBy),
  ];
  const same =
    said?.active === true &&
    said.representatives.size === concerned.length &&
    concerned.every((index) => said.representatives.has(index));
  if (!same) return 'register-changed';
  return consents.every((consent) => consent.answer === 'consented') ? 'opened' : undefined;
}

async function close(
  tx: Tx,
  platform: Platform,
  { id, requestedBy, name: organisation }: OrganisationRequest,
  { outcome, said, by }: { outcome: RequestOutcome; said: RegisteredOrganisation | undefined; by: string },
): Promise<void> {
  await tx.getRepository(OrganisationRequest).update({ id }, { closedAt: platform.clock.now(), outcome });
  if (outcome === 'opened' && said) {
    await openAccount(tx, platform, said, requestedBy);
    await tellWhoConsented(tx, platform, { id, requestedBy, organisation });
  } else
    await tellPerson(tx, platform, requestedBy, {
      what: outcome === 'refused' ? 'noticeRefused' : 'noticeRegisterChanged',
      organisation,
      name: (await namesOf(tx, [by])).get(by) ?? '',
      href: `/account/organisations/requests/${id}`,
    });
}

/** Those who gave their consent learn that the account is open, and who holds it. */
async function tellWhoConsented(
  tx: Tx,
  platform: Platform,
  { id, requestedBy, organisation }: { id: string; requestedBy: string; organisation: string },
): Promise<void> {
  const name = (await namesOf(tx, [requestedBy])).get(requestedBy) ?? '';
  for (const { answeredBy } of await tx.getRepository(OrganisationConsent).findBy({ requestId: id }))
    if (answeredBy)
      await tellPerson(tx, platform, answeredBy, {
        what: 'noticeOpenedByConsent',
        organisation,
        name,
        href: `/account/organisations/requests/${id}`,
      });
}
