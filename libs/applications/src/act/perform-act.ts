import { revisionById } from '#lib/catalogue';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import { type Actor, step, stateOf } from '#lib/workflow';
import { Application } from '../application/application.entity.js';
import { type FiledAnswers, sealAnswers } from '../application/answers.js';
import { type EventActor, sealEvent } from '../application/event.js';
import { appendEventSql, eventValues } from '../application/event-columns.js';
import { moveClock } from './clock.js';
import { refuseOwnMatter } from './refuse-own-matter.js';

/** One act of a person or of the system on an application. */
export interface Act {
  applicationId: string;
  /** Name of the event in the workflow. */
  event: string;
  /** The version of the application that whoever acts has seen. */
  version: number;
  /** Made with the form that is posted, so that a repeated POST is one act. */
  idempotencyKey: string;
  actor: EventActor;
  /** What the actor is to this application: roles at its agency, or citizen, or system. */
  as: Actor[];
  purpose: string;
  /** What the act says: reason, ground, items, outcome, evidence. May hold personal data. */
  details: Record<string, unknown>;
  /** The answers that stand after this act, where it changes them. */
  answers?: FiledAnswers;
}

/**
 * Moves an application: the workflow of its revision decides, one SQL statement moves the row, appends the event and
 * leaves the news in the outbox. The same idempotency key again is the same act and changes nothing.
 * Refuses an event the state does not allow (`event-not-allowed-now`, 409), an actor it does not name
 * (`actor-not-allowed`, 403), an officer whose own matter it is (`own-matter`, 403), and a version that is no longer the last (`application-changed`, 409).
 */
export async function performAct(tx: Tx, platform: Platform, act: Act): Promise<void> {
  const application = await tx.getRepository(Application).findOneByOrFail({ id: act.applicationId });
  if (act.actor.kind === 'officer' && act.actor.id) await refuseOwnMatter(tx, act.actor.id, application);
  if (application.version !== act.version) return refuseUnlessRepeated(tx, act);
  const { definition } = await revisionById(tx, application.revisionId);
  const { workflow, deadline } = definition;
  const next = step(workflow, application.state, { type: act.event, facts: act.details }, act.as);
  const now = platform.clock.now();
  const key = platform.config.secrets.encryptionKey;
  const version = act.version + 1;
  const event = sealEvent(
    key,
    {
      applicationId: application.id,
      sequence: version,
      type: act.event,
      at: now,
      actor: act.actor,
      agencyId: application.agencyId,
      purpose: act.purpose,
      from: application.state,
      to: next.state,
      status: next.status,
      idempotencyKey: act.idempotencyKey,
    },
    // The words of the timeline are those of the revision the step was taken under.
    { ...act.details, past: next.transition.past },
    application.headHash,
  );
  const clock = moveClock(application, next.clock, deadline, now);
  const answers = act.answers && sealAnswers(platform, application.id, version, act.answers);
  const moved = await move(
    tx,
    application,
    event,
    { ...clock, waitsFor: stateOf(workflow, next.state).waitsFor ?? 'nobody' },
    answers,
  );
  if (!moved) return refuseUnlessRepeated(tx, act);
}

type Moved = Pick<Application, 'clockStartedAt' | 'clockStoppedAt' | 'suspensions' | 'dueAt' | 'waitsFor'>;

async function move(
  tx: Tx,
  application: Application,
  event: ReturnType<typeof sealEvent>,
  { waitsFor, clockStartedAt, clockStoppedAt, suspensions, dueAt }: Moved,
  answers: string | undefined,
): Promise<boolean> {
  const values = [
    application.id,
    application.version,
    JSON.stringify(event.to),
    event.status,
    waitsFor,
    event.hash,
    clockStartedAt,
    clockStoppedAt,
    dueAt,
    JSON.stringify(suspensions),
    ...eventValues(event),
    event.at,
  ];
  const last = values.length;
  // The key is looked for first: its unique index would refuse it too, but break the transaction around it.
  const rows: unknown[] = await tx.query(
    `WITH moved AS (
      UPDATE applications.application
         SET state = $3, status = $4, waits_for = $5, head_hash = $6, clock_started_at = $7, clock_stopped_at = $8,
             due_at = $9, suspensions = $10, changed_at = $${last}, version = version + 1
       WHERE id = $1 AND version = $2
         AND NOT EXISTS (SELECT FROM applications.event WHERE application_id = $1 AND idempotency_key = $${last - 1})
      RETURNING id, version
    ), ${appendEventSql('moved', 11)}
    ${answers ? `, answers AS (INSERT INTO applications.answers SELECT id, version, $${last + 1} FROM moved)` : ''}
    SELECT version FROM moved`,
    answers ? [...values, answers] : values,
  );
  return rows.length === 1;
}

/** Whoever comes second is told; whoever took this very step before, with the same key, already has what they wanted. */
async function refuseUnlessRepeated(tx: Tx, act: Act): Promise<void> {
  const repeated: unknown[] = await tx.query(
    'SELECT 1 FROM applications.event WHERE application_id = $1 AND idempotency_key = $2 AND type = $3 AND sequence = $4',
    [act.applicationId, act.idempotencyKey, act.event, act.version + 1],
  );
  if (repeated.length === 0) throw new Refusal('application-changed', 409);
}
