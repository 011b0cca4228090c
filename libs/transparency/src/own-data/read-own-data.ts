import { ownRecord } from '#lib/applications';
import { accessesOf } from '#lib/audit';
import { identityRecord, subjectOf } from '#lib/identity';
import { contactOf, inboxOf } from '#lib/notifications';
import type { Language } from '#lib/platform';
import { type RecordReading, type RecordSection, recordWriter } from '#lib/web';
import { whatWords, whoWords } from '../accesses/access-words.js';
import { agenciesById } from '../accesses/agencies-by-id.js';
import { AccessQuestion } from '../question/access-question.entity.js';
import { readQuestion } from '../question/read-question.js';
import { texts } from '../texts.js';

const everything = new Date('9999-01-01T00:00:00Z');
/** More than anybody has; a bound so that no request is without one. */
const mostAccesses = 50_000;

/** Everything the portal holds about a person, for their own eyes; words in their language. */
export async function readOwnData(reading: RecordReading): Promise<RecordSection[]> {
  const [person, ...identity] = await identityRecord(reading);
  return [
    ...(person ? [person] : []),
    await contact(reading),
    ...(await ownRecord(reading)),
    await inbox(reading),
    ...identity,
    await accesses(reading),
    await questions(reading),
  ];
}

const writerIn = (language: Language) => recordWriter(language, texts(language));

async function contact({ tx, platform, personId, language }: RecordReading): Promise<RecordSection> {
  const write = writerIn(language);
  const { address, verifiedAt, notices, pending } = await contactOf(tx, platform, personId);
  return write.one('contact', [
    write.text('address', address),
    write.time('verifiedAt', verifiedAt),
    write.text('pendingAddress', pending),
    write.fact('notices', notices, (wanted) => texts(language)(wanted ? 'notices-yes' : 'notices-no')),
  ]);
}

async function inbox({ tx, personId, language }: RecordReading): Promise<RecordSection> {
  const write = writerIn(language);
  const entries = (await inboxOf(tx, personId)).map(({ at, title, body, readAt }) => [
    write.time('at', at),
    write.text('title', title[language]),
    write.text('body', body[language]),
    write.time('readAt', readAt),
  ]);
  return write.section('inbox', entries);
}

async function accesses({ tx, platform, personId, language }: RecordReading): Promise<RecordSection> {
  const write = writerIn(language);
  const rows = await accessesOf(tx, await subjectOf(tx, personId), everything, mostAccesses);
  const agencies = await agenciesById(tx, rows);
  const entries = rows.map((access) => {
    const {
      at,
      actorKind,
      actorRoles: roles,
      agencyId,
      what,
      purpose,
      caseId,
      relyingParty,
      scopes,
    } = access;
    const agency = agencies.get(agencyId ?? '');
    return [
      write.time('at', at),
      write.text('what', whatWords(language, access)),
      write.text('by', whoWords(language, platform.config, { ...access, roles }, agency)),
      write.data('code', { what, purpose, actorKind, roles, agencyId, caseId, relyingParty, scopes }),
    ];
  });
  return write.section('accesses', entries);
}

async function questions({ tx, platform, personId, language }: RecordReading): Promise<RecordSection> {
  const write = writerIn(language);
  const rows = await tx
    .getRepository(AccessQuestion)
    .find({ where: { personId }, order: { askedAt: 'ASC' } });
  const entries = rows
    .map((row) => readQuestion(platform, row))
    .map(({ accessId, askedAt, dueAt, question, answered }) => [
      write.time('askedAt', askedAt),
      write.text('question', question),
      write.time('dueAt', dueAt),
      write.time('answeredAt', answered?.at),
      write.text('answer', answered?.text),
      write.data('accessId', accessId),
    ]);
  return write.section('questions', entries);
}
