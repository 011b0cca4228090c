import { v5 } from 'uuid';
import type { OpenedWith, Revision } from '#lib/catalogue';
import {
  type Answer,
  answerOf,
  type Answers,
  type FileAnswer,
  fieldsOf,
  type FormDefinition,
  visibleAnswers,
} from '#lib/forms';
import type { SubmissionStatement } from '../submission/canonical-application.js';

/** What a part follows from: what the citizen signed, and the event that opened it. */
export interface Origin {
  /** The application it is a part of. */
  application: string;
  /** SHA-256 of what the citizen signed, hexadecimal. */
  digest: string;
  part: string;
  /** Of the event that opened it; the hash, hexadecimal, stands for everything that had happened by then. */
  event: { sequence: number; hash: string };
}

/** What a part says, in place of what is signed: it follows from the statement the citizen signed, and names that. */
export interface ChildStatement extends Omit<SubmissionStatement, 'purpose' | 'nonce'> {
  purpose: 'open-part';
  origin: Origin;
}

/** What a part is made of. */
export interface Derivation {
  origin: Origin;
  /** Of the whole, as they stood when the part was opened. */
  answers: Answers;
  whole: Pick<SubmissionStatement, 'applicant' | 'representation'>;
  opened: OpenedWith;
  application: string;
  revision: Pick<Revision, 'code' | 'number' | 'digest' | 'definition'>;
  /** Identification code of its agency. */
  agency: string;
}

/** Pure: whoever has the statement of the whole and both definitions comes to the same. */
export function childStatement(from: Derivation): ChildStatement {
  const { origin, whole, application, revision, agency } = from;
  return {
    purpose: 'open-part',
    origin,
    application,
    procedure: revision.code,
    revision: { number: revision.number, digest: revision.digest },
    applicant: whole.applicant,
    ...(whole.representation && { representation: whole.representation }),
    agency,
    answers: withCopies(
      revision.definition.form,
      childAnswers(revision.definition.form, from.opened, from.answers),
      application,
    ),
  };
}

/** The answers that a part gets out of those of the whole: what its form asks, and nothing else. */
export function childAnswers(form: FormDefinition, { answers = {} }: OpenedWith, whole: Answers): Answers {
  const given = fieldsOf(form).flatMap(({ id }): [string, Answer][] => {
    const from = (Object.hasOwn(answers, id) ? answers[id] : undefined) ?? id;
    const answer = typeof from === 'string' ? answerOf(whole, from) : from.value;
    return answer === undefined ? [] : [[id, answer]];
  });
  return visibleAnswers(form, Object.fromEntries(given));
}

/** The papers among these answers. */
export function papersIn(form: FormDefinition, answers: Answers): FileAnswer[] {
  return fieldsOf(form)
    .filter(({ type }) => type === 'file')
    .flatMap(({ id }) => (answers[id] ?? []) as FileAnswer[]);
}

/** The id of the copy of a paper that goes to a part. */
export function copyId(attachment: string, application: string): string {
  return v5(attachment, application);
}

function withCopies(form: FormDefinition, answers: Answers, application: string): Answers {
  const files = fieldsOf(form).filter(({ id, type }) => type === 'file' && answers[id] !== undefined);
  const copied = files.map(({ id }) => [
    id,
    (answers[id] as FileAnswer[]).map((file) => ({
      ...file,
      attachment: copyId(file.attachment, application),
    })),
  ]);
  return { ...answers, ...Object.fromEntries(copied) };
}
