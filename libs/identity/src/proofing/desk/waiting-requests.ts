import { officerById } from '#lib/organisations';
import type { Platform } from '#lib/platform';
import { In, MoreThan } from 'typeorm';
import type { Principal } from '#lib/web';
import { type CounterPurpose, CounterRequest } from '../counter-request.entity.js';
import { identityAgencies } from './identity-agencies.js';

/** A checked request that waits for its second officer: no more of it than is needed to call somebody. */
export interface WaitingRequest {
  id: string;
  purpose: CounterPurpose;
  checkedAt: Date;
  firstOfficer: string;
  /** Whether the officer who asks did the first part, and so cannot decide. */
  own: boolean;
}

/** What waits for a second officer at the counters of an officer. Refuses who checks at none ('not-at-a-counter', 403). */
export async function waitingRequests(platform: Platform, officer: Principal): Promise<WaitingRequest[]> {
  const tx = platform.database.manager;
  const agencyId = In(identityAgencies(officer));
  const expiresAt = MoreThan(platform.clock.now());
  const waiting = await tx
    .getRepository(CounterRequest)
    .find({ where: { state: 'checked', agencyId, expiresAt }, order: { checkedAt: 'ASC' } });
  return Promise.all(
    waiting.map(async ({ id, purpose, checkedAt, createdAt, firstOfficer }) => ({
      id,
      purpose,
      checkedAt: checkedAt ?? createdAt,
      firstOfficer: (firstOfficer && (await officerById(tx, firstOfficer))?.fullName) || '',
      own: firstOfficer === officer.id,
    })),
  );
}
