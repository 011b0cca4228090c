import { forgetContents, giveAttachments } from '#lib/documents';
import { type CodeEvidence, tellRepresented } from '#lib/identity';
import { type Platform, Refusal, transaction, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { Draft } from '../draft/draft.entity.js';
import { draftOf } from '../draft/open-draft.js';
import { fileLinked } from '../link/file-linked.js';
import type { PreparedSubmission } from '../submission/prepare-submission.js';
import { answerSupplement } from '../supplement/answer-supplement.js';
import { readStatement } from '../supplement/prepare-supplement.js';
import { type Confirmable, preparedFor, readConfirmable } from './confirmable.js';

/**
 * Files what the citizen confirmed with a code: draft and papers are theirs from now on, and that somebody helped stays
 * written. The answer to a request for supplements goes to the application it answers. Returns the number of the
 * application. Refuses like `readConfirmable`, `preparedFor` and `answerSupplement`.
 */
export async function fileConfirmed(
  platform: Platform,
  helper: Principal,
  id: string,
  evidence: CodeEvidence,
): Promise<string> {
  const { number, forgotten } = await transaction(platform.database, async (tx) => {
    // Nothing is written to it any more once the code was for what it says.
    await draftOf(tx, helper, id, { lock: true });
    const confirmable = await readConfirmable(tx, platform, helper, id);
    const { prepared, toConfirm } = preparedFor(platform, confirmable);
    if (toConfirm.toString('hex') !== evidence.digest) throw new Refusal('draft-changed', 409);
    await giveAttachments(tx, { caseId: id, toPersonId: confirmable.citizenId });
    const { answering, mandate } = confirmable;
    const confirmed = { ...confirmable, helper, prepared, evidence };
    const done = answering
      ? await sendAnswer(tx, platform, confirmed, answering)
      : { number: await file(tx, platform, confirmed), forgotten: [] };
    await tellRepresented(tx, platform, mandate, {
      what: answering ? 'noticeSupplemented' : 'noticeFiled',
      by: helper.id,
      href: `/applications/${answering?.id ?? id}`,
    });
    return done;
  });
  await forgetContents(platform, forgotten);
  return number;
}

type Confirmed = Confirmable & { helper: Principal; prepared: PreparedSubmission; evidence: CodeEvidence };

async function file(tx: Tx, platform: Platform, confirmed: Confirmed): Promise<string> {
  const { reading, mandate, citizenId, helper, prepared, evidence } = confirmed;
  const { id } = reading.draft;
  const { affected } = await tx
    .getRepository(Draft)
    .update({ id, personId: helper.id, version: prepared.version }, { personId: citizenId });
  if (affected !== 1) throw new Refusal('draft-changed', 409);
  return fileLinked(tx, platform, {
    draftId: id,
    revision: reading.revision,
    prepared,
    evidence,
    actor: { kind: 'citizen', id: citizenId, name: mandate.represented.fullName },
  });
}

async function sendAnswer(tx: Tx, platform: Platform, confirmed: Confirmed, application: Application) {
  const { reading, mandate, citizenId, helper, prepared, evidence } = confirmed;
  const { canonical } = prepared;
  const { version, representation } = readStatement(canonical);
  const applicant = { id: citizenId, name: mandate.represented.fullName };
  const forgotten = await answerSupplement(tx, platform, applicant, {
    application,
    version,
    key: reading.draft.id,
    confirmed: { helper, representation, confirmation: { canonical, evidence } },
  });
  return { number: application.number, forgotten };
}
