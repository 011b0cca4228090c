import { type Platform, Refusal, type Tx, unseal } from '#lib/platform';
import { In } from 'typeorm';
import { idNumberIndexOf } from '../person/id-number-index-of.js';
import { namesOf } from '../person/names-of.js';
import { OrganisationConsent } from './organisation-consent.entity.js';
import { OrganisationRequest, type RequestOutcome } from './organisation-request.entity.js';
import { consentSeal } from './request-account.js';

/** A request for the account of an organisation as somebody with a part in it sees it. */
export interface ShownRequest {
  id: string;
  taxCode: string;
  name: string;
  askedBy: string;
  /** Their person id. */
  requestedBy: string;
  requestedAt: Date;
  expiresAt: Date;
  /** Undefined while it waits. */
  outcome: RequestOutcome | undefined;
  others: { name: string; answer: 'consented' | 'refused' | 'waiting' }[];
  /** What the reader said when they were asked; null where they were not, or have not answered. */
  ownAnswer: 'consented' | 'refused' | null;
  /** What the reader can do. */
  can: 'answer' | 'withdraw' | undefined;
}

/** Requests that a person made or is asked about, the newest first. */
export async function requestsOf(tx: Tx, platform: Platform, personId: string): Promise<ShownRequest[]> {
  const own = await idNumberIndexOf(tx, personId);
  const asked = await tx.getRepository(OrganisationConsent).findBy({ personIndex: own });
  const requests = await tx.getRepository(OrganisationRequest).find({
    where: [{ requestedBy: personId }, { id: In(asked.map(({ requestId }) => requestId)) }],
    order: { requestedAt: 'DESC' },
    take: 50,
  });
  const names = await namesOf(
    tx,
    requests.map(({ requestedBy }) => requestedBy),
  );
  const consents = await tx
    .getRepository(OrganisationConsent)
    .findBy({ requestId: In(requests.map(({ id }) => id)) });
  const unanswered = new Set(asked.filter(({ answeredAt }) => !answeredAt).map((each) => each.requestId));
  const key = platform.config.secrets.encryptionKey;
  return requests.map((request) => {
    const { id, requestedBy, expiresAt } = request;
    const over = expiresAt <= platform.clock.now() ? ('expired' as const) : undefined;
    const outcome = request.outcome ?? over;
    const mine = requestedBy === personId ? ('withdraw' as const) : undefined;
    return {
      ...request,
      askedBy: names.get(requestedBy) ?? '',
      outcome,
      others: consents
        .filter(({ requestId }) => requestId === id)
        .map(({ nameSealed, answer }) => ({
          name: unseal(key, consentSeal(id), nameSealed),
          answer: answer ?? ('waiting' as const),
        })),
      ownAnswer: asked.find(({ requestId }) => requestId === id)?.answer ?? null,
      can: outcome ? undefined : unanswered.has(id) ? ('answer' as const) : mine,
    };
  });
}

/** One of them; refuses what the person has no part in ('not-found', 404). */
export async function requestFor(
  tx: Tx,
  platform: Platform,
  personId: string,
  id: string,
): Promise<ShownRequest> {
  const found = (await requestsOf(tx, platform, personId)).find((each) => each.id === id);
  if (!found) throw new Refusal('not-found', 404);
  return found;
}
