import { moneyWords, revisionById, type ServiceDefinition } from '#lib/catalogue';
import { formatDate } from '#lib/calendar';
import { attachmentsOf } from '#lib/documents';
import { displayAnswer, visibleFields, visiblePages } from '#lib/forms';
import { type Evidence, mandateById, mandatesOver, namesOf, representedName } from '#lib/identity';
import { agencyById, agencyName } from '#lib/organisations';
import { ordersOf } from '#lib/payments';
import { type Language, say } from '#lib/platform';
import { recordWriter, type RecordEntry, type RecordReading, type RecordSection } from '#lib/web';
import { stateOf } from '#lib/workflow';
import { In, IsNull, Not } from 'typeorm';
import {
  type AnswerSource,
  type FiledAnswers,
  readFiledAnswers,
  readFiledBefore,
} from '../application/answers.js';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { readWritten } from '../conversation/message.js';
import { openContent } from '../draft/draft-content.js';
import { Draft } from '../draft/draft.entity.js';
import { placeNames } from '../draft/form-context.js';
import { ratingOf } from '../rating/rating.js';
import { ownRecordTexts } from './texts.js';

/**
 * What is held of a person in drafts and applications, those that others filed for them too, for their own eyes.
 * Officers' internal notes are not theirs to read (Law 104/2016, article 6).
 */
export async function ownRecord(reading: RecordReading): Promise<RecordSection[]> {
  const { tx, personId, language } = reading;
  const { section } = writerIn(language);
  const drafts = await tx.getRepository(Draft).find({
    where: { personId, submittedAt: IsNull() },
    order: { savedAt: 'DESC' },
  });
  const applications = tx.getRepository(Application);
  const own = await applications.find({ where: { personId }, order: { filedAt: 'DESC' } });
  const forThem = await applications.find({
    where: { onBehalfOf: In(await mandatesOver(tx, personId)), personId: Not(personId) },
    order: { filedAt: 'DESC' },
  });
  return [
    section('drafts', await inTurn(drafts, (draft) => draftEntry(reading, draft))),
    section('applications', await inTurn(own, (application) => applicationEntry(reading, application))),
    section('filedForYou', await inTurn(forThem, (application) => applicationEntry(reading, application))),
  ];
}

const writerIn = (language: Language) => recordWriter(language, ownRecordTexts(language));

async function draftEntry(reading: RecordReading, draft: Draft): Promise<RecordEntry> {
  const { tx, platform, language } = reading;
  const write = writerIn(language);
  const { definition } = await revisionById(tx, draft.revisionId);
  const { answers } = openContent(platform, draft.id, draft.answersSealed);
  return [
    write.text('title', say(definition.title, language)),
    write.data('id', draft.id),
    write.text('code', draft.code),
    ...(await representation(reading, draft)),
    write.time('createdAt', draft.createdAt),
    write.time('savedAt', draft.savedAt),
    write.data('answers', answers),
    write.section('said', inWords(reading, definition, { answers, sources: {} })),
    await papers(reading, draft.id),
  ];
}

async function applicationEntry(reading: RecordReading, application: Application): Promise<RecordEntry> {
  const { tx, platform, language } = reading;
  const t = ownRecordTexts(language);
  const write = writerIn(language);
  const { id } = application;
  const { definition } = await revisionById(tx, application.revisionId);
  const filed = await readFiledAnswers(tx, platform, id);
  const earlier = await readFiledBefore(tx, platform, id);
  const events = await readEvents(tx, platform, id);
  const messages = await readWritten(tx, platform, 'message', id);
  const rating = await ratingOf(tx, platform, id);
  const [kept]: { evidence: Evidence; result_at: Date | null }[] = await tx.query(
    `SELECT evidence, issued_at AS result_at FROM applications.submission
       LEFT JOIN applications.result USING (application_id) WHERE application_id = $1`,
    [id],
  );
  return [
    write.text('title', say(definition.title, language)),
    write.data('id', id),
    write.text('number', application.number),
    write.text('code', application.code),
    ...(await representation(reading, application)),
    write.time('filedAt', application.filedAt),
    write.text('signedWith', kept && signedWith(language, kept.evidence)),
    write.text('agency', agencyName(await agencyById(tx, application.agencyId), language)),
    write.fact(
      'status',
      application.status,
      () => stateOf(definition.workflow, application.state).label[language],
    ),
    write.time('dueAt', application.dueAt),
    write.time('promisedAt', application.promisedAt),
    write.time('resultAt', kept?.result_at),
    write.fact('rating', rating?.stars, (stars) => t('stars', { stars })),
    write.text('ratingWords', rating?.words),
    write.time('ratedAt', rating?.ratedAt),
    write.data('answers', filed.answers),
    write.section('said', inWords(reading, definition, filed)),
    write.section(
      'saidBefore',
      earlier.flatMap((each) => inWords(reading, definition, each)),
    ),
    await papers(reading, id),
    await payments(reading, id),
    write.section(
      'events',
      events.map(({ at, actor, details }) => [
        write.time('at', at),
        write.text('what', details.past[language]),
        write.fact('actor', actor.kind, (kind) => t(`actor-${kind}`)),
      ]),
    ),
    write.section(
      'messages',
      messages.map(({ at, author, text }) => [
        write.time('at', at),
        write.fact('actor', author.kind, (kind) => t(`actor-${kind}`)),
        write.text('text', text),
      ]),
    ),
  ];
}

/** For whom it is, and who wrote it, where that is not the same person. */
async function representation(
  { tx, platform, language }: RecordReading,
  { personId, onBehalfOf }: Pick<Application, 'personId' | 'onBehalfOf'>,
) {
  const write = writerIn(language);
  if (!onBehalfOf) return [];
  const mandate = await mandateById(tx, platform, onBehalfOf);
  return [
    write.text('for', representedName(mandate)),
    write.text('by', (await namesOf(tx, [personId])).get(personId)),
  ];
}

function signedWith(language: Language, evidence: Evidence): string {
  const t = ownRecordTexts(language);
  if (evidence.kind === 'phone-code') return t('signed-phone-code', { phone: evidence.phone });
  return evidence.passkeyName
    ? t('signed-named-passkey', { name: evidence.passkeyName })
    : t('signed-passkey');
}

/** What is on the visible path, in words, each under the words of its question; papers are told apart. */
function inWords(
  { language }: RecordReading,
  { form }: ServiceDefinition,
  { answers, sources }: FiledAnswers,
): RecordEntry[] {
  const write = writerIn(language);
  return visiblePages(form, answers)
    .flatMap((page) => visibleFields(page, answers))
    .filter(({ id, type }) => type !== 'file' && answers[id] !== undefined)
    .map((field) => {
      const question = field.label[language];
      const answer = displayAnswer(language, form, field, answers[field.id], placeNames(language));
      const source = sources[field.id];
      const said = source ? `${answer} (${sourceWords(language, source)})` : answer;
      return [
        write.data('question', question),
        { name: 'answer', label: question, value: answer, said },
        write.data('source', source),
      ];
    });
}

function sourceWords(language: Language, { register, asOf, unchanged }: AnswerSource): string {
  const t = ownRecordTexts(language);
  const from = t(`source-${register}`, { date: formatDate(language, new Date(asOf)) });
  return unchanged ? from : `${from}; ${t('source-changed')}`;
}

async function papers({ tx, platform, language }: RecordReading, caseId: string): Promise<RecordSection> {
  const write = writerIn(language);
  const rows = await attachmentsOf(tx, platform, caseId);
  const entries = rows.map(({ name, sha256, size, mediaType, createdAt }) => [
    write.text('name', name),
    write.text('mediaType', mediaType),
    write.fact('size', size, (bytes) => `${new Intl.NumberFormat(language).format(bytes)} B`),
    write.time('uploadedAt', createdAt),
    write.text('sha256', sha256),
  ]);
  return write.section('papers', entries);
}

async function payments({ tx, language }: RecordReading, applicationId: string): Promise<RecordSection> {
  const t = ownRecordTexts(language);
  const write = writerIn(language);
  const orders = await ordersOf(tx, applicationId);
  const entries = orders.map((order) => [
    write.fact('amount', order.amountDong, (dong) => moneyWords(language, dong)),
    write.fact('state', order.state, (state) => t(`payment-${state}`)),
    write.time('askedAt', order.askedAt),
    write.text('receiptNumber', order.receiptNumber),
    write.time('paidAt', order.paidAt),
    write.text('refundNumber', order.refundNumber),
    write.time('refundedAt', order.refundedAt),
  ]);
  return write.section('payments', entries);
}

/** One after the other: one connection carries them, and a record of many applications is no reason to open more. */
async function inTurn<T, R>(rows: T[], read: (row: T) => Promise<R>): Promise<R[]> {
  const all: R[] = [];
  for (const row of rows) all.push(await read(row));
  return all;
}
