import { revisionById, type ServiceDefinition } from '#lib/catalogue';
import { attachmentsOf } from '#lib/documents';
import { type Answers, displayAnswer, visibleFields, visiblePages } from '#lib/forms';
import type { Language, LocalisedName, Platform, Tx } from '#lib/platform';
import { IsNull } from 'typeorm';
import { type AnswerSource, readFiledAnswers } from '../application/answers.js';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { readWritten } from '../conversation/message.js';
import { openContent } from '../draft/draft-content.js';
import { Draft } from '../draft/draft.entity.js';
import { placeNames } from '../draft/form-context.js';

interface OwnPaper {
  name: string;
  sha256: string;
  size: number;
  mediaType: string;
  uploadedAt: string;
}

/** An answer in words, under the words of its question. */
interface Said {
  question: string;
  answer: string;
}

/** Everything held of a person in drafts and applications, as plain data; instants are ISO 8601 in UTC. */
export interface OwnRecord {
  drafts: {
    id: string;
    code: string;
    title: LocalisedName;
    savedAt: string;
    answers: Answers;
    said: Said[];
    papers: OwnPaper[];
  }[];
  applications: {
    id: string;
    number: string;
    code: string;
    title: LocalisedName;
    filedAt: string;
    /** National status, 1 to 10. */
    status: number;
    dueAt: string | null;
    answers: Answers;
    said: Said[];
    sources: Record<string, AnswerSource>;
    papers: OwnPaper[];
    events: { at: string; actor: 'citizen' | 'officer' | 'system'; what: string }[];
    /** What was written to and fro. Officers' internal notes are not theirs to read (Law 104/2016, article 6). */
    messages: { at: string; by: 'citizen' | 'officer'; text: string }[];
  }[];
}

/** What is held of a person, for their own eyes. */
export async function ownRecord(
  tx: Tx,
  platform: Platform,
  personId: string,
  language: Language,
): Promise<OwnRecord> {
  const drafts = await tx.getRepository(Draft).find({
    where: { personId, submittedAt: IsNull() },
    order: { savedAt: 'DESC' },
  });
  const applications = await tx
    .getRepository(Application)
    .find({ where: { personId }, order: { filedAt: 'DESC' } });
  return {
    drafts: await inTurn(drafts, async (draft) => {
      const { definition } = await revisionById(tx, draft.revisionId);
      const { answers } = openContent(platform, draft.id, draft.answersSealed);
      return {
        id: draft.id,
        code: draft.code,
        title: definition.title,
        savedAt: draft.savedAt.toISOString(),
        answers,
        said: inWords(definition, answers, language),
        papers: await papersOf(tx, platform, draft.id),
      };
    }),
    applications: await inTurn(applications, async (application) => {
      const { definition } = await revisionById(tx, application.revisionId);
      const filed = await readFiledAnswers(tx, platform, application.id);
      const events = await readEvents(tx, platform, application.id);
      return {
        id: application.id,
        number: application.number,
        code: application.code,
        title: definition.title,
        filedAt: application.filedAt.toISOString(),
        status: application.status,
        dueAt: application.dueAt?.toISOString() ?? null,
        ...filed,
        said: inWords(definition, filed.answers, language),
        papers: await papersOf(tx, platform, application.id),
        events: events.map(({ at, actor, details }) => ({
          at: at.toISOString(),
          actor: actor.kind,
          what: details.past[language],
        })),
        messages: (await readWritten(tx, platform, 'message', application.id)).map(
          ({ at, author, text }) => ({
            at: at.toISOString(),
            by: author.kind,
            text,
          }),
        ),
      };
    }),
  };
}

/** What is on the visible path, in words; papers are told apart. */
function inWords({ form }: ServiceDefinition, answers: Answers, language: Language): Said[] {
  const fields = visiblePages(form, answers).flatMap((page) => visibleFields(page, answers));
  return fields
    .filter(({ id, type }) => type !== 'file' && answers[id] !== undefined)
    .map((field) => ({
      question: field.label[language],
      answer: displayAnswer(language, form, field, answers[field.id], placeNames(language)),
    }));
}

/** One after the other: one connection carries them, and a record of many applications is no reason to open more. */
async function inTurn<T, R>(rows: T[], read: (row: T) => Promise<R>): Promise<R[]> {
  const all: R[] = [];
  for (const row of rows) all.push(await read(row));
  return all;
}

async function papersOf(tx: Tx, platform: Platform, caseId: string): Promise<OwnPaper[]> {
  const papers = await attachmentsOf(tx, platform, caseId);
  return papers.map(({ name, sha256, size, mediaType, createdAt }) => ({
    name,
    sha256,
    size,
    mediaType,
    uploadedAt: createdAt.toISOString(),
  }));
}
