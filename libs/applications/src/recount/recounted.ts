import { deadlineRuleOf, revisionById } from '#lib/catalogue';
import { officeHoursOf } from '#lib/organisations';
import { legalDate, type Tx } from '#lib/platform';
import { type ClockState, dueOf } from '../act/clock.js';
import type { Application } from '../application/application.entity.js';
import type { Deadlines } from '../deadline/deadline-write.js';
import { deadlinesAfter } from '../deadline/deadlines-after.js';

/** A clock as the calendar of now counts it, and what it has to do next. */
export interface Recounted {
  clock: ClockState & { dueAt: Date };
  deadlines: Deadlines;
}

/**
 * The deadline of the law of an application whose clock runs, counted anew; undefined where it falls on the same day, or
 * within the same minute of a term in hours, and where it has passed by either count. A promised date that the deadline
 * has moved past means nothing any more.
 */
export async function recounted(tx: Tx, application: Application, now: Date): Promise<Recounted | undefined> {
  const { definition } = await revisionById(tx, application.revisionId);
  const { workflow } = definition;
  const deadline = deadlineRuleOf(definition, application);
  const { clockStartedAt, clockStoppedAt, suspensions, extension, dueAt, promisedAt, state } = application;
  if (!deadline || !dueAt || clockStoppedAt) return undefined;
  const hours = await officeHoursOf(tx, application.agencyId, clockStartedAt);
  const due = dueOf(application, deadline, hours).at;
  // An agency that closes at another hour since is no other day.
  const same = !('workingHours' in deadline)
    ? legalDate(due) === legalDate(dueAt)
    : due.getTime() === dueAt.getTime();
  if (same || (due <= now && dueAt <= now)) return undefined;
  const clock = {
    clockStartedAt,
    clockStoppedAt,
    suspensions,
    extension,
    dueAt: due,
    promisedAt: promisedAt && promisedAt > due ? promisedAt : null,
  };
  const still = { workflow, from: state, to: state, before: application, clock, ended: false, now, hours };
  return { clock, deadlines: deadlinesAfter(still) };
}
