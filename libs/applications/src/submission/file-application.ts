import type { OfficeHours } from '#lib/calendar';
import { deadlineCaseOf, deadlineRuleOf, type Revision } from '#lib/catalogue';
import type { Evidence } from '#lib/identity';
import type { Answers } from '#lib/forms';
import type { Agency } from '#lib/organisations';
import {
  legalDate,
  type Localised,
  type NamedValues,
  type Platform,
  runGatheredText,
  seal,
  type Tx,
} from '#lib/platform';
import { initialState, stateOf, waitsForOf } from '#lib/workflow';
import { startClock } from '../act/clock.js';
import { eventWrite } from '../act/event-write.js';
import type { StepWrite } from '../act/store-step.js';
import { type AnswerSource, sealAnswers } from '../application/answers.js';
import { type EventActor, sealEvent } from '../application/event.js';
import { deadlineWrite } from '../deadline/deadline-write.js';
import { deadlinesAfter } from '../deadline/deadlines-after.js';

/** An application as it is filed. */
export interface Filing {
  id: string;
  revision: Revision;
  agency: Agency;
  /** Of the agency, now. */
  hours: OfficeHours;
  /** What was signed, or what follows from it, in RFC 8785 canonical form. */
  canonical: string;
  answers: Answers;
  sources: Record<string, AnswerSource>;
  evidence: Evidence;
  actor: EventActor;
  purpose: string;
  details: Record<string, unknown> & { past: Localised };
  /**
   * Where it comes from: a common table expression `ready` that has, for those of `asked` that there still is something
   * to file of, `nth`, `person_id`, `on_behalf_of` and `represented_by`.
   */
  ready: StepWrite;
  /** What else is written in the same statement, whether anything is filed or not: a common table expression that reads `asked`. */
  beside?: StepWrite | undefined;
}

/**
 * Files an application in one statement: its row with its number, answers, evidence, first event, deadlines and outbox
 * row. All that is filed at the same moment at one agency goes into one statement, for it waits for one row of numbers
 * (decision 17). Returns the number; undefined, with nothing written, where `ready` has nothing.
 */
export async function fileApplication(
  tx: Tx,
  platform: Platform,
  filing: Filing,
): Promise<string | undefined> {
  const { id, revision, agency, hours, canonical, answers, sources } = filing;
  const { workflow } = revision.definition;
  const deadlineCase = deadlineCaseOf(revision.definition, answers);
  const now = platform.clock.now();
  const key = platform.config.secrets.encryptionKey;
  const state = initialState(workflow);
  const clock = startClock(deadlineRuleOf(revision.definition, { deadlineCase }), now, hours);
  const { status } = stateOf(workflow, state);
  const waitsFor = waitsForOf(workflow, state);
  const ended = waitsFor === 'nobody';
  const event = sealEvent(
    key,
    {
      applicationId: id,
      sequence: 1,
      type: 'file',
      at: now,
      actor: filing.actor,
      agencyId: agency.id,
      purpose: filing.purpose,
      from: null,
      to: state,
      status,
      // It is filed once: its id is the key.
      idempotencyKey: id,
    },
    filing.details,
    null,
  );
  const day = legalDate(now);
  const parts = [
    eventWrite(event),
    deadlineWrite(
      deadlinesAfter({ workflow, from: null, to: state, before: null, clock, ended, now, hours }),
    ),
    ...(filing.beside ? [filing.beside] : []),
  ];
  const values: NamedValues = {
    id: { type: 'uuid', value: id },
    filed_at: { type: 'timestamptz', value: now },
    unit_code: { type: 'text', value: agency.unitCode },
    day: { type: 'date', value: day },
    prefix: { type: 'text', value: `${agency.unitCode}-${day.slice(2).replaceAll('-', '')}-` },
    code: { type: 'text', value: revision.code },
    revision_id: { type: 'uuid', value: revision.id },
    waits_for: { type: 'text', value: waitsFor },
    due_at: { type: 'timestamptz', value: clock.dueAt },
    deadline_case: { type: 'text', value: deadlineCase },
    canonical_sealed: { type: 'text', value: seal(key, `submission:canonical:${id}`, canonical) },
    evidence: { type: 'jsonb', value: JSON.stringify(filing.evidence) },
    answers_sealed: { type: 'text', value: sealAnswers(platform, id, 1, { answers, sources }) },
    ...filing.ready.values,
    ...Object.assign({}, ...parts.map((part) => part.values)),
  };
  const text = [filing.ready.sql, fileSql, ...parts.map(({ sql }) => sql)].join(', ');
  const rows = await runGatheredText<{ number: string }>(
    tx,
    `${text} SELECT nth::int, number FROM moved`,
    values,
    `${agency.unitCode} ${day}`,
  );
  return rows[0]?.number;
}

/** Numbers of an agency and day follow each other without a gap; what is filed together takes them in turn. */
const fileSql = `counted AS (
    SELECT unit_code, day, count(*)::int AS filings FROM ready JOIN asked USING (nth) GROUP BY unit_code, day
  ), counter AS (
    INSERT INTO applications.number_counter (unit_code, day, last)
    SELECT unit_code, day, filings FROM counted
    ON CONFLICT (unit_code, day) DO UPDATE SET last = number_counter.last + excluded.last
    RETURNING unit_code, day, last
  ), numbered AS (
    SELECT nth, person_id, on_behalf_of, represented_by,
           last - filings + row_number() OVER (PARTITION BY unit_code, day ORDER BY nth) AS nr
      FROM ready JOIN asked USING (nth) JOIN counted USING (unit_code, day) JOIN counter USING (unit_code, day)
  ), moved AS (
    SELECT asked.*, person_id, on_behalf_of, represented_by, 1 AS version,
           prefix || lpad(nr::text, greatest(4, length(nr::text)), '0') AS number
      FROM numbered JOIN asked USING (nth)
  ), filed AS (
    INSERT INTO applications.application
      (id, number, code, revision_id, person_id, on_behalf_of, represented_by, agency_id, state, status, waits_for, version,
       head_hash, filed_at, clock_started_at, due_at, changed_at, deadline_case)
    SELECT id, number, code, revision_id, person_id, on_behalf_of, represented_by, event_agency_id, event_to_state,
           event_status, waits_for, version, event_hash, filed_at, filed_at, due_at, filed_at, deadline_case
      FROM moved
  ), submission AS (
    INSERT INTO applications.submission (application_id, canonical_sealed, evidence)
    SELECT id, canonical_sealed, evidence FROM moved
  ), answers AS (
    INSERT INTO applications.answers (application_id, version, answers_sealed)
    SELECT id, version, answers_sealed FROM moved
  )`;
