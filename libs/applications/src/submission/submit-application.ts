import { acceptsSql, refuseWhatIsNotFiled, type Revision } from '#lib/catalogue';
import type { Evidence, PasskeyUse } from '#lib/identity';
import { agencyAndHours } from '#lib/organisations';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { EventActor } from '../application/event.js';
import type { SubmissionStatement } from './canonical-application.js';
import { fileApplication } from './file-application.js';
import { confirmedPast, filedPast } from './filed-past.js';
import type { PreparedSubmission } from './prepare-submission.js';

/** A submission that was signed, or confirmed by a code. */
export interface Submission {
  draftId: string;
  revision: Revision;
  prepared: PreparedSubmission;
  evidence: Evidence;
  /** Of the passkey that signed, where it is kept with the filing, or with the try. */
  use?: PasskeyUse;
  actor: EventActor;
}

/**
 * Files an application, in one statement: the draft becomes the application of the same id, with its number, answers,
 * signature, first event and outbox row; the statement returns when all of it is safe on disk. Returns the number.
 * Refuses a draft that changed since it was signed (`draft-changed`, 409), a procedure that is withdrawn
 * (`procedure-withdrawn`, 410) and a revision that may no longer be filed under (`revision-superseded`, 409).
 */
export async function submitApplication(tx: Tx, platform: Platform, submission: Submission): Promise<string> {
  const { draftId, revision, prepared, evidence, actor } = submission;
  const { canonical, sources, version } = prepared;
  const now = platform.clock.now();
  const { answers, representation } = JSON.parse(canonical) as SubmissionStatement;
  const { agency, hours } = await agencyAndHours(tx, prepared.agencyId, now);
  // Signed for an agency that ended meanwhile: its successor is to be signed for.
  if (agency.validUntil !== null) throw new Refusal('draft-changed', 409);
  const number = await fileApplication(tx, platform, {
    id: draftId,
    revision,
    agency,
    hours,
    canonical,
    answers,
    sources,
    evidence,
    actor,
    purpose: 'application',
    details: {
      ...(evidence.kind === 'phone-code'
        ? { phone: evidence.phone, past: confirmedPast }
        : { passkey: evidence.passkeyName, past: filedPast }),
      ...(representation && { representation }),
    },
    ready: {
      sql: `ready AS (
        UPDATE applications.draft SET submitted_at = filed_at, answers_sealed = '', signing_sealed = NULL FROM asked
         WHERE draft.id = asked.id AND draft.version = draft_version AND submitted_at IS NULL
           AND ${acceptsSql('asked.code', 'asked.revision_id', 'filed_at')}
        RETURNING nth, person_id, on_behalf_of, represented_by
      )`,
      values: { draft_version: { type: 'int', value: version } },
    },
    beside: submission.use,
  });
  if (number === undefined) {
    await refuseWhatIsNotFiled(tx, revision.id, now);
    throw new Refusal('draft-changed', 409);
  }
  return number;
}
