import { usualOfficeHours } from '#lib/calendar';
import { deadlineRuleOf, revisionById } from '#lib/catalogue';
import { agencyById, officeHoursOf } from '#lib/organisations';
import type { Localised, Platform, Tx } from '#lib/platform';
import { type Actor, step } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';
import type { FiledAnswers } from '../application/answers.js';
import { answersWrite } from './answers-write.js';
import { type EventActor, sealEvent } from '../application/event.js';
import { inPlaceOf } from '../absence/in-place-of.js';
import type { Told } from '../application/told.js';
import { readFacts } from '../facts/facts.js';
import { deadlineWrite } from '../deadline/deadline-write.js';
import { deadlinesAfter, touchesDeadlines } from '../deadline/deadlines-after.js';
import { refuseDecider } from '../link/refuse-decider.js';
import { moveClock } from './clock.js';
import { type ReadForAct, readForActOrFail } from './read-for-act.js';
import { refuseConflict } from './refuse-own-matter.js';
import { refuseSamePerson } from './refuse-same-person.js';
import { refuseUnlessRepeated } from './refuse-unless-repeated.js';
import { type RowChange, type StepWrite, storeStep } from './store-step.js';

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
  /** What was read for this act by this actor in the same request, where something was. */
  read?: ReadForAct;
  /** What the actor is to this application: roles at its agency, or citizen, or system. */
  as: Actor[];
  /** The agency in whose name, where it is not the one the application lies with. */
  inNameOf?: string | undefined;
  purpose: string;
  /** What the act says: reason, ground, items, outcome, evidence. May hold personal data. */
  details: Record<string, unknown>;
  /** The answers that stand after this act, where it changes them. */
  answers?: FiledAnswers;
  /** The state whose deadline sends this. */
  met?: string;
  /** What else is written exactly when the act is. */
  writes?: StepWrite[];
}

/**
 * Moves an application: the workflow of its revision decides, one SQL statement moves the row, appends the event and
 * leaves the news in the outbox. The same idempotency key again is the same act and changes nothing.
 * Refuses an event the state does not allow (`event-not-allowed-now`, 409), an actor it does not name
 * (`actor-not-allowed`, 403), an officer whose own matter it is (`own-matter`, 403), whoever did what a second person
 * must go on from (`same-person-again`, 403) or decided what this is about (`decided-before`, 403), and a version that is no longer the last (`application-changed`, 409).
 */
export async function performAct(tx: Tx, platform: Platform, act: Act): Promise<void> {
  const { application, conflict } = act.read ?? (await readForActOrFail(tx, act));
  refuseConflict(conflict);
  if (application.version !== act.version) return refuseUnlessRepeated(tx, { ...act, type: act.event });
  const { definition } = await revisionById(tx, application.revisionId);
  const { workflow } = definition;
  const deadline = deadlineRuleOf(definition, application);
  // What is read wins over what is said: nobody can claim to have paid.
  const facts = {
    ...act.details,
    ...(await readFacts(tx, platform, application, workflow, act.event)),
  };
  const next = step(workflow, application.state, { type: act.event, facts }, act.as);
  await refuseSamePerson(
    tx,
    act,
    next.taken.flatMap(({ notBy = [] }) => notBy),
  );
  await refuseDecider(
    tx,
    application,
    act.actor,
    next.taken.flatMap(({ notByOriginal = [] }) => notByOriginal),
  );
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
      agencyId: act.inNameOf ?? application.agencyId,
      purpose: act.purpose,
      from: application.state,
      to: next.state,
      status: next.status,
      idempotencyKey: act.idempotencyKey,
    },
    // The words of the timeline are those of the revision the step was taken under.
    {
      ...act.details,
      past: next.transition.past,
      ...(await inPlaceOf(tx, platform, application, act.actor)),
      ...(await nameOfOther(tx, application, act.inNameOf)),
      ...(next.transition.hidden && { told: 'officers' satisfies Told }),
    },
    application.headHash,
  );
  // Only what moves a clock needs to know when the agency is open.
  const timed = next.clock !== undefined || touchesDeadlines(workflow, application.state, next.state);
  const since =
    deadline?.onSupplement === 'suspend' || next.clock === 'resume' ? application.clockStartedAt : now;
  const hours = timed ? await officeHoursOf(tx, application.agencyId, since) : undefined;
  const clock = moveClock(application, next.clock, deadline, now, hours);
  const change: RowChange = { ...clock, waitsFor: next.waitsFor };
  // Only whoever the answers are for has seen them: the clock's own events leave the mark.
  if (act.actor.kind !== 'system') change.answered = act.answers !== undefined;
  const writes: StepWrite[] = [...(act.writes ?? [])];
  if (hours || change.waitsFor === 'nobody')
    writes.push(
      deadlineWrite(
        deadlinesAfter({
          workflow,
          from: application.state,
          to: next.state,
          before: application,
          clock,
          ended: change.waitsFor === 'nobody',
          met: act.met,
          now,
          hours: hours ?? usualOfficeHours,
        }),
      ),
    );
  if (act.answers) writes.push(answersWrite(platform, application.id, version, act.answers));
  const stored = await storeStep(tx, application, event, change, writes, next.effects);
  if (!stored) return refuseUnlessRepeated(tx, { ...act, type: act.event });
}

/** The name of an agency that acts on what lies with another: the history tells it. */
async function nameOfOther(tx: Tx, { agencyId }: Application, inNameOf: string | undefined) {
  if (!inNameOf || inNameOf === agencyId) return {};
  const { nameVi: vi, nameEn: en, nameFr: fr } = await agencyById(tx, inNameOf);
  return { agencyName: { vi, en, fr } satisfies Localised };
}
