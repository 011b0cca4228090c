import type { RecordReading, RecordSection } from '#lib/web';
import { Person } from '../person/person.entity.js';
import { personalDetails } from '../person/personal-details.js';
import { consentsOf } from '../relying-parties/consent-in-force.js';
import { partyWords, scopeWords } from '../relying-parties/party-words.js';
import { ownAccess } from './access-record.js';
import { mandates, organisationRequests, organisations } from './mandates-record.js';
import { counterRequests, proofings } from './proofs-record.js';
import { writerIn } from './reading.js';
import { ownRecordTexts } from './texts.js';

/**
 * What is held of a person's identity, for their own eyes: the ID number is whole. What lasts for one ceremony alone (a
 * challenge, a code, a token) is left out, and so is what proves a passkey or a session, which is the portal's secret.
 */
export async function identityRecord(reading: RecordReading): Promise<RecordSection[]> {
  return [
    await person(reading),
    await proofings(reading),
    await counterRequests(reading),
    ...(await ownAccess(reading)),
    await organisations(reading),
    await organisationRequests(reading),
    ...(await mandates(reading)),
    consents(reading, await consentsOf(reading.tx, reading.personId)),
  ];
}

async function person({ tx, platform, personId, language }: RecordReading): Promise<RecordSection> {
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

function consents(
  { platform, language }: RecordReading,
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
