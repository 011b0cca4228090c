import { moveAttachments } from '#lib/documents';
import type { Answers, FileAnswer } from '#lib/forms';
import { canonicalForm, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { performAct } from '../act/perform-act.js';
import { type FiledAnswers, readFiledAnswers } from '../application/answers.js';
import type { Application } from '../application/application.entity.js';
import { Draft } from '../draft/draft.entity.js';
import { applicantActors } from '../relation/actors-of.js';
import { readDraft } from '../draft/read-draft.js';
import { otherPaperId } from './supplement-form.js';

/** A paper that the form has no field for, as it was handed in. */
export interface OtherPaper {
  name: string;
  files: FileAnswer[];
}

/**
 * Sends the answer to a request for supplements: the answers asked for replace those before, papers go to the
 * application, the draft is gone. To be called in a transaction.
 * Refuses like `performAct`, and an answer with something left to do (`draft-unfinished`, 409).
 */
export async function answerSupplement(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  answer: { application: Application; version: number; key: string },
): Promise<void> {
  const { application, version, key } = answer;
  const act = {
    applicationId: application.id,
    event: 'answer-supplement',
    version,
    idempotencyKey: key,
    actor: { kind: 'citizen' as const, id: principal.id, name: principal.name },
    as: applicantActors(application, principal),
    purpose: 'application',
  };
  // Of two that are sent in the same instant the second waits here, and then finds that it was sent.
  await tx.query('SELECT FROM applications.application WHERE id = $1 FOR UPDATE', [application.id]);
  const draft = await tx
    .getRepository(Draft)
    .findOneBy({ supplements: application.id, personId: principal.id });
  // Nothing to send: either it was sent before with this key, or the act is refused.
  if (!draft) return performAct(tx, platform, { ...act, details: {} });
  const reading = await readDraft(tx, platform, principal, draft.id);
  if (reading.errors.length > 0) throw new Refusal('draft-unfinished', 409);
  const { answers, others } = split(reading.visible, draft);
  await moveAttachments(tx, { from: draft.id, to: application.id });
  await tx.getRepository(Draft).delete({ id: draft.id });
  await performAct(tx, platform, {
    ...act,
    details: { changed: Object.keys(answers), others },
    answers: merged(await readFiledAnswers(tx, platform, application.id), answers),
  });
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
