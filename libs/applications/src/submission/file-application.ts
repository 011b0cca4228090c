import type { OfficeHours } from '#lib/calendar';
import { deadlineCaseOf, deadlineRuleOf, type Revision } from '#lib/catalogue';
import type { Evidence } from '#lib/identity';
import type { Answers } from '#lib/forms';
import type { Agency } from '#lib/organisations';
import { legalDate, type Localised, type Platform, runPreparedText, seal, type Tx } from '#lib/platform';
import { initialState, stateOf, waitsForOf } from '#lib/workflow';
import { startClock } from '../act/clock.js';
import type { StepWrite } from '../act/store-step.js';
import { type AnswerSource, sealAnswers } from '../application/answers.js';
import { type EventActor, sealEvent } from '../application/event.js';
import { appendEventSql, eventValues } from '../application/event-columns.js';
import { deadlineSql, deadlineValues } from '../deadline/deadline-write.js';
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
   * Where it comes from: a common table expression `ready` with `id`, `person_id`, `on_behalf_of` and `represented_by`,
   * empty where there is nothing to file any more.
   */
  ready: StepWrite;
  /** What else is written in the same statement, whether anything is filed or not: a common table expression. */
  beside?: StepWrite | undefined;
}

/**
 * Files an application in one statement: its row with its number, answers, evidence, first event, deadlines and outbox
 * row. Returns the number; undefined, with nothing written, where `ready` is empty.
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
  const rows = await store(tx, filing, [
    now,
    agency.unitCode,
    day,
    `${agency.unitCode}-${day.slice(2).replaceAll('-', '')}-`,
    revision.code,
    revision.id,
    agency.id,
    JSON.stringify(state),
    status,
    waitsFor,
    event.hash,
    clock.dueAt,
    seal(key, `submission:canonical:${id}`, canonical),
    JSON.stringify(filing.evidence),
    sealAnswers(platform, id, 1, { answers, sources }),
    deadlineCase,
    ...eventValues(event),
    ...deadlineValues(
      deadlinesAfter({ workflow, from: null, to: state, before: null, clock, ended, now, hours }),
    ),
  ]);
  return rows[0]?.number;
}

function store(
  tx: Tx,
  { ready, beside }: Pick<Filing, 'ready' | 'beside'>,
  values: unknown[],
): Promise<{ number: string }[]> {
  const after = values.length + ready.values.length + 1;
  return runPreparedText<{ number: string }>(
    tx,
    `WITH ${ready.sql(values.length + 1)}, counter AS (
      INSERT INTO applications.number_counter (unit_code, day, last) SELECT $2, $3::date, 1 FROM ready
      ON CONFLICT (unit_code, day) DO UPDATE SET last = number_counter.last + 1
      RETURNING last
    ), filed AS (
      INSERT INTO applications.application
        (id, number, code, revision_id, person_id, on_behalf_of, represented_by, agency_id, state, status, waits_for, version, head_hash,
         filed_at, clock_started_at, due_at, changed_at, deadline_case)
      SELECT id, $4::text || lpad(last::text, greatest(4, length(last::text)), '0'), $5, $6::uuid, person_id, on_behalf_of,
             represented_by, $7::uuid,
             $8::jsonb, $9::smallint, $10, 1, $11::bytea, $1::timestamptz, $1, $12::timestamptz, $1, $16::text
        FROM ready, counter
      RETURNING id, version, number
    ), submission AS (
      INSERT INTO applications.submission (application_id, canonical_sealed, evidence)
      SELECT id, $13, $14::jsonb FROM filed
    ), answers AS (
      INSERT INTO applications.answers (application_id, version, answers_sealed) SELECT id, 1, $15 FROM filed
    ), ${appendEventSql('filed', 17)}, ${deadlineSql('filed', 32)}${beside ? `, ${beside.sql(after)}` : ''}
    SELECT number FROM filed`,
    [...values, ...ready.values, ...(beside?.values ?? [])],
  );
}
