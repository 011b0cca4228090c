import type { Platform } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { CounterPurpose } from '../counter-request.entity.js';
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
export function waitingRequests(platform: Platform, officer: Principal): Promise<WaitingRequest[]> {
  return platform.database.query(
    `SELECT request.id, request.purpose, request.checked_at AS "checkedAt", officer.full_name AS "firstOfficer",
            request.first_officer = $1 AS own
       FROM identity.counter_request AS request
       JOIN organisations.officer AS officer ON officer.id = request.first_officer
      WHERE request.state = 'checked' AND request.agency_id = ANY($2) AND request.expires_at > $3
      ORDER BY request.checked_at`,
    [officer.id, identityAgencies(officer), platform.clock.now()],
  );
}
