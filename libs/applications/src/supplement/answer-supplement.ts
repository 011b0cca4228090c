import { moveAttachments, removeAttachments } from '#lib/documents';
import type { CodeEvidence } from '#lib/identity';
import type { Answers, FileAnswer } from '#lib/forms';
import { canonicalForm, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { performAct } from '../act/perform-act.js';
import { type FiledAnswers, readFiledAnswers } from '../application/answers.js';
import type { Application } from '../application/application.entity.js';
import { Draft } from '../draft/draft.entity.js';
import { applicantActors } from '../relation/actors-of.js';
import { readDraft } from '../draft/read-draft.js';
import type { SupplementStatement } from './prepare-supplement.js';
import { otherPaperId } from './supplement-form.js';

/** A paper that the form has no field for, as it was handed in. */
export interface OtherPaper {
  name: string;
  files: FileAnswer[];
}

/** Who wrote the answer for the applicant, and what is kept of how the applicant confirmed it. */
export interface ConfirmedAnswer {
  helper: Principal;
  representation: SupplementStatement['representation'];
  confirmation: ConfirmedByCode;
}

/** What was confirmed by a code, in its canonical form, and that it was. */
export interface ConfirmedByCode {
  canonical: string;
  evidence: CodeEvidence;
}

/**
 * Sends the answer to a request for supplements: the answers asked for replace those before, papers go to the
 * application, the draft is gone, and so is one that somebody else began. Returns the digests of contents of papers
 * there to forget once that is committed. To be called in a transaction.
 * Refuses like `performAct`, and an answer with something left to do (`draft-unfinished`, 409).
 */
export async function answerSupplement(
  tx: Tx,
  platform: Platform,
  applicant: Pick<Principal, 'id' | 'name'>,
  answer: { application: Application; version: number; key: string; confirmed?: ConfirmedAnswer },
): Promise<string[]> {
  const { application, version, key, confirmed } = answer;
  const act = {
    applicationId: application.id,
    event: 'answer-supplement',
    version,
    idempotencyKey: key,
    actor: { kind: 'citizen' as const, id: applicant.id, name: applicant.name },
    as: applicantActors(application, applicant),
    purpose: 'application',
  };
  // Of two that are sent in the same instant the second waits here, and then finds that it was sent.
  await tx.query('SELECT FROM applications.application WHERE id = $1 FOR UPDATE', [application.id]);
  const writer = confirmed?.helper ?? applicant;
  const drafts = tx.getRepository(Draft);
  const draft = await drafts.findOneBy({ supplements: application.id, personId: writer.id });
  // Nothing to send: either it was sent before with this key, or the act is refused.
  if (!draft) {
    await performAct(tx, platform, { ...act, details: {} });
    return [];
  }
  const reading = await readDraft(tx, platform, writer, draft.id);
  if (reading.errors.length > 0) throw new Refusal('draft-unfinished', 409);
  const { answers, others } = split(reading.visible, draft);
  await moveAttachments(tx, { from: draft.id, to: application.id });
  await drafts.delete({ id: draft.id });
  const left = await drafts.findBy({ supplements: application.id });
  const forgotten: string[] = [];
  for (const { id } of left) forgotten.push(...(await removeAttachments(tx, { caseId: id })));
  await drafts.delete({ supplements: application.id });
  await performAct(tx, platform, {
    ...act,
    details: {
      changed: Object.keys(answers),
      others,
      ...(confirmed && {
        representation: confirmed.representation,
        confirmation: confirmed.confirmation,
      }),
    },
    answers: merged(await readFiledAnswers(tx, platform, application.id), answers),
  });
  return forgotten;
}

/** What stands once the new answers are in; one that differs is no longer what its register said. */
function merged(before: FiledAnswers, answers: Answers): FiledAnswers {
  const sources = { ...before.sources };
  for (const [id, answer] of Object.entries(answers)) {
    const source = sources[id];
    if (source && canonicalForm(answer) !== canonicalForm(before.answers[id] ?? null))
      sources[id] = { ...source, unchanged: false };
  }
  return { answers: { ...before.answers, ...answers }, sources };
}

function split(visible: Answers, { supplementItems }: Draft) {
  const asked = (supplementItems ?? []).filter(({ kind }) => kind === 'other');
  const others = asked.map(({ name = '' }, index): OtherPaper => {
    const files = visible[otherPaperId(index + 1)] as FileAnswer[] | undefined;
    return { name, files: files ?? [] };
  });
  const ids = new Set(asked.map((_, index) => otherPaperId(index + 1)));
  const answers = Object.fromEntries(Object.entries(visible).filter(([id]) => !ids.has(id)));
  return { answers, others };
}
