import { In } from 'typeorm';
import type { RecordReading, RecordSection } from '#lib/web';
import { requestsOf } from '../organisation-account/read-requests.js';
import { namesOf } from '../person/names-of.js';
import { forWhat } from '../representation/for-what.js';
import { openInvited } from '../representation/invited.js';
import { mandatesAskedOf } from '../representation/mandates-asked-of.js';
import { Organisation } from '../representation/organisation.entity.js';
import { type OpenMandate, readMandates, representedName } from '../representation/read-mandates.js';
import { mandatesOver } from '../representation/representation.js';
import { namesOfScopes } from '../representation/scope-names.js';
import { representationTexts } from '../representation/texts.js';
import { writerIn } from './reading.js';
import { ownRecordTexts } from './texts.js';

/** Organisations whose account is bound to the person. */
export async function organisations({ tx, personId, language }: RecordReading): Promise<RecordSection> {
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

/** Accounts of organisations they asked for, or are asked about. */
export async function organisationRequests({
  tx,
  platform,
  personId,
  language,
}: RecordReading): Promise<RecordSection> {
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
export async function mandates({
  tx,
  platform,
  personId,
  language,
}: RecordReading): Promise<RecordSection[]> {
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
