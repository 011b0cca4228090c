import { newId, type Platform } from '#lib/platform';
import type { FederationRisk } from './sign-in-failure.js';

/** Writes down that an identity did not fit the person it belongs to. */
export async function recordFederationRisk(
  { database, clock }: Platform,
  { ownerId, kind }: FederationRisk,
  provider: string,
): Promise<void> {
  await database.query(
    `INSERT INTO identity.risk_event (id, audience, owner_id, kind, facts, at) VALUES ($1, 'portal', $2, $3, $4, $5)`,
    [newId(), ownerId, kind, JSON.stringify({ provider }), clock.now()],
  );
}
