import { In } from 'typeorm';
import { agencyById, agencyName } from '#lib/organisations';
import type { Language, Platform, Tx } from '#lib/platform';
import { recordWriter, type RecordSection } from '#lib/web';
import { issuerOf, trustedProviders } from '../national-sign-in/trusted-provider.js';
import { requestsOf } from '../organisation-account/read-requests.js';
import { deviceKeyWords, deviceName } from '../own-sessions/device-name.js';
import { placeName } from '../own-sessions/place-name.js';
import { sessionsOf } from '../own-sessions/sessions-of.js';
import { passkeysOf } from '../passkey/passkeys-of.js';
import { RiskEvent } from '../passkey/risk-event.entity.js';
import { namesOf } from '../person/names-of.js';
import { Person } from '../person/person.entity.js';
import { personalDetails } from '../person/personal-details.js';
import { CounterRequest, type DocumentKind } from '../proofing/counter-request.entity.js';
import { methodWords } from '../proofing/proof-words.js';
import { Proofing } from '../proofing/proofing.entity.js';
import { Recovery } from '../recovery/recovery.entity.js';
import { consentsOf } from '../relying-parties/consent-in-force.js';
import { partyWords, scopeWords } from '../relying-parties/party-words.js';
import { forWhat } from '../representation/for-what.js';
import { openInvited } from '../representation/invited.js';
import { mandatesAskedOf } from '../representation/mandates-asked-of.js';
import { Organisation } from '../representation/organisation.entity.js';
import { type OpenMandate, readMandates, representedName } from '../representation/read-mandates.js';
import { mandatesOver } from '../representation/representation.js';
import { namesOfScopes } from '../representation/scope-names.js';
import { representationTexts } from '../representation/texts.js';
import { ownRecordTexts } from './texts.js';

/**
 * What is held of a person's identity, for their own eyes: the ID number is whole. What lasts for one ceremony alone (a
 * challenge, a code, a token) is left out, and so is what proves a passkey or a session, which is the portal's secret.
 */
export async function identityRecord(
  tx: Tx,
  platform: Platform,
  personId: string,
  language: Language,
): Promise<RecordSection[]> {
  const reading = { tx, platform, personId, language };
  return [
    await person(reading),
    await proofings(reading),
    await counterRequests(reading),
    ...(await ownAccess(reading)),
    await organisations(reading),
    await organisationRequests(reading),
    ...(await mandates(reading)),
    consents(reading, await consentsOf(tx, personId)),
  ];
}

interface Reading {
  tx: Tx;
  platform: Platform;
  personId: string;
  language: Language;
}

const writerIn = (language: Language) => recordWriter(language, ownRecordTexts(language));

async function person({ tx, platform, personId, language }: Reading): Promise<RecordSection> {
  const t = ownRecordTexts(language);
  const write = writerIn(language);
  const details = await personalDetails(tx, platform, personId);
  const row = await tx.getRepository(Person).findOneByOrFail({ id: personId });
  const [look]: { at: Date }[] = await tx.query(
    'SELECT at FROM identity.household_look WHERE person_id = $1',
    [personId],
  );
  return write.one('person', [
    write.data('id', personId),
    write.text('fullName', details.fullName),
    write.text('idNumber', details.idNumber),
    write.day('birthDate', details.birthDate),
    write.fact('sex', details.sex, (sex) => t(`sex-${sex}`)),
    write.text('phone', details.phone),
    write.fact('assurance', details.assurance, String),
    write.time('accountSince', row.createdAt),
    write.time('lockedAt', row.lockedAt),
    write.time('heldUntil', row.heldUntil),
    write.time('familyAskedAt', look?.at),
  ]);
}

/** The facts of a check that a proof rests on. */
interface Evidence {
  issuer?: string;
  acr?: string;
  document?: DocumentKind;
  documentTail?: string;
  agencyId?: string;
}

async function proofings(reading: Reading): Promise<RecordSection> {
  const { tx, personId, language } = reading;
  const write = writerIn(language);
  const rows = await tx.getRepository(Proofing).find({ where: { personId }, order: { at: 'ASC' } });
  const entries = await Promise.all(
    rows.map(async ({ method, level, at, evidence }) => {
      const { issuer, acr, document, documentTail, agencyId } = evidence as Evidence;
      return [
        write.time('at', at),
        write.fact('method', method, (by) => methodWords(language, by)),
        write.fact('level', level, String),
        provider(reading, issuer),
        write.text('acr', acr),
        documentFact(reading, document),
        write.text('documentTail', documentTail),
        await agency(reading, agencyId),
      ];
    }),
  );
  return write.section('proofings', entries);
}

async function counterRequests(reading: Reading): Promise<RecordSection> {
  const { tx, personId, language } = reading;
  const t = ownRecordTexts(language);
  const write = writerIn(language);
  const rows = await tx
    .getRepository(CounterRequest)
    .find({ where: { personId }, order: { createdAt: 'ASC' } });
  const entries = await Promise.all(
    rows.map(async (row) => [
      write.time('askedAt', row.createdAt),
      write.fact('purpose', row.purpose, (purpose) => t(`purpose-${purpose}`)),
      write.fact('state', row.state, (state) => t(`state-${state}`)),
      write.time('expiresAt', row.expiresAt),
      await agency(reading, row.agencyId),
      write.time('openedAt', row.openedAt),
      documentFact(reading, row.document),
      write.text('documentTail', row.documentTail),
      write.time('checkedAt', row.checkedAt),
      write.fact('reason', row.reason, (reason) => t(`reason-${reason}`)),
      write.time('decidedAt', row.decidedAt),
    ]),
  );
  return write.section('counterRequests', entries);
}

async function ownAccess(reading: Reading): Promise<RecordSection[]> {
  const { tx, platform, personId, language } = reading;
  const t = ownRecordTexts(language);
  const write = writerIn(language);
  const place = (network: string) => write.fact('network', network, (each) => placeName(language, each));
  const passkeys = await passkeysOf(tx, 'portal', personId);
  const sessions = await sessionsOf(tx, platform, 'portal', personId);
  const devices: { device: string; network: string; at: Date }[] = await tx.query(
    `SELECT device, network, last_seen_at AS at FROM identity.known_device
      WHERE audience = 'portal' AND owner_id = $1 ORDER BY last_seen_at DESC, device, network`,
    [personId],
  );
  const bound: { issuer: string; subject: string; by: 'id-number' | 'counter'; at: Date }[] = await tx.query(
    `SELECT issuer, subject, bound_by AS by, bound_at AS at FROM identity.federated_identity
      WHERE person_id = $1 ORDER BY bound_at`,
    [personId],
  );
  const recoveries = await tx
    .getRepository(Recovery)
    .find({ where: { personId }, order: { startedAt: 'ASC' } });
  const risks = await tx
    .getRepository(RiskEvent)
    .find({ where: { audience: 'portal', ownerId: personId }, order: { at: 'ASC' } });
  return [
    write.section(
      'passkeys',
      passkeys.map(({ name, createdAt, lastUsedAt, backedUp, aaguid, transports, signCount }) => [
        write.fact('name', name ?? t('unnamed'), String),
        write.time('createdAt', createdAt),
        write.time('lastUsedAt', lastUsedAt),
        write.fact('backedUp', backedUp, (synced) => t(`backedUp-${synced}`)),
        write.text('model', aaguid),
        write.fact('transports', transports, (each) => each.join(', ')),
        write.fact('signCount', Number(signCount), String),
      ]),
    ),
    write.section(
      'sessions',
      sessions.map((session) => [
        write.fact('device', session.userAgent, (agent) => deviceName(language, agent)),
        place(session.network),
        write.fact('authenticatedBy', session.authenticatedBy, (by) => t(`authenticatedBy-${by}`)),
        write.time('signedInAt', session.createdAt),
        write.time('authenticatedAt', session.authenticatedAt),
        write.time('lastSeenAt', session.lastSeenAt),
        write.time('expiresAt', session.expiresAt),
      ]),
    ),
    write.section(
      'devices',
      devices.map(({ device, network, at }) => [
        write.fact('device', device, (each) => deviceKeyWords(language, each)),
        place(network),
        write.time('lastSeenAt', at),
      ]),
    ),
    write.section(
      'identitiesElsewhere',
      bound.map(({ issuer, subject, by, at }) => [
        provider(reading, issuer),
        write.text('subject', subject),
        write.fact('boundBy', by, (each) => t(`boundBy-${each}`)),
        write.time('boundAt', at),
      ]),
    ),
    write.section(
      'recoveries',
      recoveries.map((recovery) => [
        write.time('startedAt', recovery.startedAt),
        write.time('readyAt', recovery.readyAt),
        write.time('expiresAt', recovery.expiresAt),
        write.time('endedAt', recovery.endedAt),
        write.fact('endedBy', recovery.endedBy, (by) => t(`endedBy-${by}`)),
      ]),
    ),
    write.section(
      'riskEvents',
      risks.map(({ at, kind, facts }) => [
        write.time('at', at),
        write.fact('what', kind, (each) => t(`risk-${each}`)),
        write.fact('details', facts, (each) =>
          Object.entries(each)
            .map((pair) => pair.join(': '))
            .join(', '),
        ),
      ]),
    ),
  ];
}

async function organisations({ tx, personId, language }: Reading): Promise<RecordSection> {
  const t = ownRecordTexts(language);
  const write = writerIn(language);
  const rows = await tx
    .getRepository(Organisation)
    .find({ where: { legalRepresentativeId: personId }, order: { openedAt: 'ASC' } });
  const entries = rows.map((row) => [
    write.text('name', row.name),
    write.text('taxCode', row.taxCode),
    write.time('openedAt', row.openedAt),
    write.time('checkedAt', row.checkedAt),
    write.time('lapsedAt', row.lapsedAt),
    write.fact('lapsedBecause', row.lapsedBecause, (because) => t(`lapsed-${because}`)),
    write.time('closedAt', row.closedAt),
  ]);
  return write.section('organisations', entries);
}

async function organisationRequests({ tx, platform, personId, language }: Reading): Promise<RecordSection> {
  const t = ownRecordTexts(language);
  const write = writerIn(language);
  const requests = await requestsOf(tx, platform, personId);
  const entries = requests.map((request) => [
    write.text('name', request.name),
    write.text('taxCode', request.taxCode),
    write.fact('askedBy', request.requestedBy === personId ? ('you' as const) : ('other' as const), (by) =>
      t(`askedBy-${by}`),
    ),
    write.time('askedAt', request.requestedAt),
    write.time('expiresAt', request.expiresAt),
    write.fact('yourAnswer', request.ownAnswer, (answer) => t(`answer-${answer}`)),
    write.fact('outcome', request.outcome, (outcome) => t(`outcome-${outcome}`)),
  ]);
  return write.section('organisationRequests', entries);
}

/** Under which the person acts or acted for others, and under which others do so for them; those asked for, too. */
async function mandates({ tx, platform, personId, language }: Reading): Promise<RecordSection[]> {
  const t = ownRecordTexts(language);
  const as = representationTexts(language);
  const write = writerIn(language);
  const held = [
    ...(await readMandates(tx, platform, { representativeId: personId })),
    ...(await mandatesAskedOf(tx, platform, personId)),
  ];
  const over = (await readMandates(tx, platform, { id: In(await mandatesOver(tx, personId)) })).filter(
    ({ representativeId }) => representativeId !== personId,
  );
  const scopeNames = await namesOfScopes(
    tx,
    [...held, ...over].map(({ scopes }) => scopes),
  );
  const representatives = await namesOf(
    tx,
    over.flatMap(({ representativeId }) => representativeId ?? []),
  );
  const heldBy = (mandate: OpenMandate) =>
    representatives.get(mandate.representativeId ?? '') ?? openInvited(platform, mandate)?.fullName;
  const terms = (mandate: OpenMandate, mine: boolean) => [
    write.fact('kind', mandate.kind, (kind) => as(`as.${kind}`)),
    write.fact('grantedHow', mandate.grantedHow, (how) => t(`grantedHow-${how}`)),
    write.fact('scopes', mandate.scopes, () => forWhat(language, mandate, { mine, scopeNames })),
    write.time('grantedAt', mandate.grantedAt),
    write.time('acceptedAt', mandate.acceptedAt),
    write.time('validUntil', mandate.validUntil),
    write.time('endedAt', mandate.endedAt),
  ];
  return [
    write.section(
      'mandates',
      held.map((mandate) => [write.text('for', representedName(mandate)), ...terms(mandate, true)]),
    ),
    write.section(
      'mandatesOver',
      over.map((mandate) => [
        write.text('by', heldBy(mandate)),
        write.text('for', representedName(mandate)),
        ...terms(mandate, false),
      ]),
    ),
  ];
}

function consents(
  { platform, language }: Reading,
  rows: Awaited<ReturnType<typeof consentsOf>>,
): RecordSection {
  const write = writerIn(language);
  const entries = rows.map(({ clientId, scopes, givenAt, lastUsedAt, endedAt }) => [
    write.fact('system', clientId, (id) => partyWords(language, platform.config, id)),
    write.fact('scopes', scopes, (each) => scopeWords(language, each).join(', ')),
    write.time('givenAt', givenAt),
    write.time('lastUsedAt', lastUsedAt),
    write.time('endedAt', endedAt),
  ]);
  return write.section('consents', entries);
}

function provider({ platform, language }: Reading, issuer: string | undefined) {
  const t = ownRecordTexts(language);
  const known = Object.values(trustedProviders).find((each) => issuerOf(platform.config, each) === issuer);
  return writerIn(language).fact('provider', issuer, (each) =>
    known ? t(`authenticatedBy-${known.authenticatedBy}`) : each,
  );
}

function documentFact({ language }: Reading, document: DocumentKind | null | undefined) {
  return writerIn(language).fact('document', document, (kind) =>
    ownRecordTexts(language)(`document-${kind}`),
  );
}

async function agency({ tx, language }: Reading, id: string | null | undefined) {
  const name = id ? agencyName(await agencyById(tx, id), language) : undefined;
  return writerIn(language).text('agency', name);
}
