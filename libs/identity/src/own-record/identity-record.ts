import type { Localised, Platform, Tx } from '#lib/platform';
import { sessionsOf } from '../own-sessions/sessions-of.js';
import { passkeysOf } from '../passkey/passkeys-of.js';
import { type PersonalDetails, personalDetails } from '../person/personal-details.js';
import { consentsInForce } from '../relying-parties/consent-in-force.js';
import { relyingParty } from '../relying-parties/relying-party.js';
import { Proofing } from '../proofing/proofing.entity.js';

/** Everything held of a person's identity, as plain data; instants are ISO 8601 in UTC. */
export interface IdentityRecord {
  person: PersonalDetails;
  /** How and when the identity was shown to be true. */
  proofings: { method: string; level: number; at: string }[];
  passkeys: { name: string | null; createdAt: string; lastUsedAt: string | null; backedUp: boolean }[];
  sessions: { userAgent: string; network: string; createdAt: string; lastSeenAt: string }[];
  /** What other systems may know now. */
  consents: {
    clientId: string;
    system: Localised | null;
    scopes: string[];
    givenAt: string;
    lastUsedAt: string;
  }[];
}

/** What is held of a person's identity, for their own eyes: the ID number is whole. */
export async function identityRecord(tx: Tx, platform: Platform, personId: string): Promise<IdentityRecord> {
  const proofings = await tx.getRepository(Proofing).find({ where: { personId }, order: { at: 'ASC' } });
  const passkeys = await passkeysOf(tx, 'portal', personId);
  const sessions = await sessionsOf(tx, platform, 'portal', personId);
  const consents = await consentsInForce(tx, personId);
  return {
    person: await personalDetails(tx, platform, personId),
    proofings: proofings.map(({ method, level, at }) => ({ method, level, at: at.toISOString() })),
    passkeys: passkeys.map(({ name, createdAt, lastUsedAt, backedUp }) => ({
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      backedUp,
    })),
    sessions: sessions.map(({ userAgent, network, createdAt, lastSeenAt }) => ({
      userAgent,
      network,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
    consents: consents.map(({ clientId, scopes, givenAt, lastUsedAt }) => ({
      clientId,
      system: relyingParty(platform.config, clientId)?.system ?? null,
      scopes,
      givenAt: givenAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    })),
  };
}
