import { In } from 'typeorm';
import type { Localised, Platform, Tx } from '#lib/platform';
import { sessionsOf } from '../own-sessions/sessions-of.js';
import { passkeysOf } from '../passkey/passkeys-of.js';
import { namesOf } from '../person/names-of.js';
import { type PersonalDetails, personalDetails } from '../person/personal-details.js';
import { consentsOf } from '../relying-parties/consent-in-force.js';
import { relyingParty } from '../relying-parties/relying-party.js';
import { Organisation } from '../representation/organisation.entity.js';
import { mandatesAskedOf } from '../representation/mandates-asked-of.js';
import { openInvited } from '../representation/invited.js';
import { type OpenMandate, readMandates, representedName } from '../representation/read-mandates.js';
import { mandatesOver } from '../representation/representation.js';
import { requestsOf } from '../organisation-account/read-requests.js';
import { Proofing, type ProofingMethod } from '../proofing/proofing.entity.js';

/** Everything held of a person's identity, as plain data; instants are ISO 8601 in UTC. */
export interface IdentityRecord {
  person: PersonalDetails;
  /** How and when the identity was shown to be true. */
  proofings: { method: ProofingMethod; level: number; at: string }[];
  passkeys: { name: string | null; createdAt: string; lastUsedAt: string | null; backedUp: boolean }[];
  sessions: { userAgent: string; network: string; createdAt: string; lastSeenAt: string }[];
  /** Organisations whose account is bound to the person, and that asked for their consent or that they asked for. */
  organisations: {
    taxCode: string;
    name: string;
    openedAt: string;
    lapsedAt: string | null;
    closedAt: string | null;
  }[];
  organisationRequests: {
    taxCode: string;
    name: string;
    requestedAt: string;
    askedByYou: boolean;
    outcome: string | null;
  }[];
  /** Under which the person acts or acted for others, or was asked to. */
  mandates: {
    kind: string;
    for: string;
    grantedAt: string;
    validUntil: string | null;
    acceptedAt: string | null;
    endedAt: string | null;
  }[];
  /** Under which others act or acted for the person, or for an organisation of theirs, or were asked to. */
  mandatesOver: {
    kind: string;
    by: string;
    for: string;
    grantedAt: string;
    validUntil: string | null;
    acceptedAt: string | null;
    endedAt: string | null;
  }[];
  /** What other systems may know now, or might until `endedAt`. */
  consents: {
    clientId: string;
    system: Localised | null;
    scopes: string[];
    givenAt: string;
    lastUsedAt: string;
    endedAt: string | null;
  }[];
}

/** What is held of a person's identity, for their own eyes: the ID number is whole. */
export async function identityRecord(tx: Tx, platform: Platform, personId: string): Promise<IdentityRecord> {
  const proofings = await tx.getRepository(Proofing).find({ where: { personId }, order: { at: 'ASC' } });
  const passkeys = await passkeysOf(tx, 'portal', personId);
  const sessions = await sessionsOf(tx, platform, 'portal', personId);
  const consents = await consentsOf(tx, personId);
  const organisations = await tx
    .getRepository(Organisation)
    .find({ where: { legalRepresentativeId: personId }, order: { openedAt: 'ASC' } });
  const requests = await requestsOf(tx, platform, personId);
  const mandates = [
    ...(await readMandates(tx, platform, { representativeId: personId })),
    ...(await mandatesAskedOf(tx, platform, personId)),
  ];
  const over = (await readMandates(tx, platform, { id: In(await mandatesOver(tx, personId)) })).filter(
    ({ representativeId }) => representativeId !== personId,
  );
  const names = await namesOf(
    tx,
    over.flatMap(({ representativeId }) => representativeId ?? []),
  );
  const heldBy = (mandate: OpenMandate) =>
    names.get(mandate.representativeId ?? '') ?? openInvited(platform, mandate)?.fullName ?? '';
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
    organisations: organisations.map(({ taxCode, name, openedAt, lapsedAt, closedAt }) => ({
      taxCode,
      name,
      openedAt: openedAt.toISOString(),
      lapsedAt: lapsedAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
    })),
    organisationRequests: requests.map(({ taxCode, name, requestedAt, requestedBy, outcome }) => ({
      taxCode,
      name,
      requestedAt: requestedAt.toISOString(),
      askedByYou: requestedBy === personId,
      outcome: outcome ?? null,
    })),
    mandates: mandates.map(mandateRecord),
    mandatesOver: over.map((mandate) => ({ ...mandateRecord(mandate), by: heldBy(mandate) })),
    consents: consents.map(({ clientId, scopes, givenAt, lastUsedAt, endedAt }) => ({
      clientId,
      system: relyingParty(platform.config, clientId)?.system ?? null,
      scopes,
      givenAt: givenAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
  };
}

function mandateRecord(mandate: OpenMandate) {
  return {
    kind: mandate.kind,
    for: representedName(mandate),
    grantedAt: mandate.grantedAt.toISOString(),
    validUntil: mandate.validUntil?.toISOString() ?? null,
    acceptedAt: mandate.acceptedAt?.toISOString() ?? null,
    endedAt: mandate.endedAt?.toISOString() ?? null,
  };
}
