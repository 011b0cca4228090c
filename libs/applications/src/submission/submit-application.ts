import { acceptsSql, refuseWhatIsNotFiled, type Revision } from '#lib/catalogue';
import type { Evidence } from '#lib/identity';
import { agencyById, officeHoursOf } from '#lib/organisations';
import { legalDate, type Platform, Refusal, runPreparedText, seal, type Tx } from '#lib/platform';
import { initialState, stateOf } from '#lib/workflow';
import { startClock } from '../act/clock.js';
import { sealAnswers } from '../application/answers.js';
import { type EventActor, type SealedEvent, sealEvent } from '../application/event.js';
import { appendEventSql, eventValues } from '../application/event-columns.js';
import { deadlineSql, deadlineValues } from '../deadline/deadline-write.js';
import { deadlinesAfter } from '../deadline/deadlines-after.js';
import { confirmedPast, filedPast } from './filed-past.js';
import type { SubmissionStatement } from './canonical-application.js';
import type { PreparedSubmission } from './prepare-submission.js';

/** A submission that was signed, or confirmed by a code. */
export interface Submission {
  draftId: string;
  revision: Revision;
  prepared: PreparedSubmission;
  evidence: Evidence;
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
  const { workflow, deadline } = revision.definition;
  const { answers, representation } = JSON.parse(prepared.canonical) as SubmissionStatement;
  const now = platform.clock.now();
  const key = platform.config.secrets.encryptionKey;
  const agency = await agencyById(tx, prepared.agencyId);
  // Signed for an agency that ended meanwhile: its successor is to be signed for.
  if (agency.validUntil !== null) throw new Refusal('draft-changed', 409);
  const state = initialState(workflow);
  const hours = await officeHoursOf(tx, agency.id, now);
  const clock = startClock(deadline, now, hours);
  const { status, waitsFor } = stateOf(workflow, state);
  const event = sealEvent(
    key,
    {
      applicationId: draftId,
      sequence: 1,
      type: 'file',
      at: now,
      actor,
      agencyId: agency.id,
      purpose: 'application',
      from: null,
      to: state,
      status,
      // One draft is filed once: its id is the key.
      idempotencyKey: draftId,
    },
    {
      ...(evidence.kind === 'phone-code'
        ? { phone: evidence.phone, past: confirmedPast }
        : { passkey: evidence.passkeyName, past: filedPast }),
      ...(representation && { representation }),
    },
    null,
  );
  const day = legalDate(now);
  const rows = await file(tx, [
    draftId,
    prepared.version,
    now,
    agency.unitCode,
    day,
    `${agency.unitCode}-${day.slice(2).replaceAll('-', '')}-`,
    revision.code,
    revision.id,
    agency.id,
    JSON.stringify(state),
    status,
    waitsFor ?? 'nobody',
    event.hash,
    clock.dueAt,
    seal(key, `submission:canonical:${draftId}`, prepared.canonical),
    JSON.stringify(evidence),
    sealAnswers(platform, draftId, 1, { answers, sources: prepared.sources }),
    ...eventValues(event satisfies SealedEvent),
    ...deadlineValues(
      deadlinesAfter({ workflow, from: null, to: state, before: null, clock, ended: !waitsFor, now, hours }),
    ),
  ]);
  if (!rows[0]) {
    await refuseWhatIsNotFiled(tx, revision.id, now);
    throw new Refusal('draft-changed', 409);
  }
  return rows[0].number;
}

function file(tx: Tx, values: unknown[]): Promise<{ number: string }[]> {
  return runPreparedText<{ number: string }>(
    tx,
    `WITH ready AS (
      UPDATE applications.draft SET submitted_at = $3, answers_sealed = '', signing_sealed = NULL
       WHERE id = $1 AND version = $2 AND submitted_at IS NULL AND ${acceptsSql('$7', '$8::uuid', '$3')}
      RETURNING id, person_id, on_behalf_of, represented_by
    ), counter AS (
      INSERT INTO applications.number_counter (unit_code, day, last) SELECT $4, $5::date, 1 FROM ready
      ON CONFLICT (unit_code, day) DO UPDATE SET last = number_counter.last + 1
      RETURNING last
    ), filed AS (
      INSERT INTO applications.application
        (id, number, code, revision_id, person_id, on_behalf_of, represented_by, agency_id, state, status, waits_for, version, head_hash,
         filed_at, clock_started_at, due_at, changed_at)
      SELECT id, $6::text || lpad(last::text, greatest(4, length(last::text)), '0'), $7, $8::uuid, person_id, on_behalf_of,
             represented_by, $9::uuid,
             $10::jsonb, $11::smallint, $12, 1, $13::bytea, $3, $3, $14::timestamptz, $3
        FROM ready, counter
      RETURNING id, version, number
    ), submission AS (
      INSERT INTO applications.submission (application_id, canonical_sealed, evidence)
      SELECT id, $15, $16::jsonb FROM filed
    ), answers AS (
      INSERT INTO applications.answers (application_id, version, answers_sealed) SELECT id, 1, $17 FROM filed
    ), ${appendEventSql('filed', 18)}, ${deadlineSql('filed', 33)}
    SELECT number FROM filed`,
    values,
  );
}
