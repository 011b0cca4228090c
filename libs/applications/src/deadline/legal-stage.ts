import { type OfficeHours, vietnamCalendar, workingDayBefore } from '#lib/calendar';
import type { ClockState } from '../act/clock.js';

/** What the legal clock of an application does next, by itself. */
export type LegalEvent =
  /** Tells the agency that the deadline is near, while an apology can still go out in time. */
  | 'warn'
  /** Tells the head, and the agency above where no new date was promised. */
  | 'overdue'
  /** Tells the agency above that the promised date has passed too. */
  | 'promise-missed';

export interface LegalStage {
  event: LegalEvent;
  at: Date;
}

/**
 * The agency is warned when it opens on the second working day before the last: one day to finish in, and one to write
 * the apology that has to go out at least a day before the deadline (Decree 61/2018, art 19(9)). A term too short for
 * that is warned of when half of it is over.
 */
export function warnAt({ clockStartedAt }: ClockState, dueAt: Date, hours: OfficeHours): Date {
  const before = workingDayBefore(dueAt, 2, vietnamCalendar, hours);
  if (before > clockStartedAt) return before;
  return new Date((clockStartedAt.getTime() + dueAt.getTime()) / 2);
}

/** What comes first of a clock that was just set; nothing while it stands still or where there is no deadline. */
export function firstStage(clock: ClockState, now: Date, hours: OfficeHours): LegalStage | undefined {
  const { dueAt, clockStoppedAt } = clock;
  if (!dueAt || clockStoppedAt) return undefined;
  const warned = warnAt(clock, dueAt, hours);
  return warned > now ? { event: 'warn', at: warned } : { event: 'overdue', at: dueAt };
}

/** What comes after a stage. */
export function stageAfter(event: LegalEvent, { dueAt, promisedAt }: ClockState): LegalStage | undefined {
  if (event === 'warn' && dueAt) return { event: 'overdue', at: dueAt };
  if (event === 'overdue' && promisedAt) return { event: 'promise-missed', at: promisedAt };
  return undefined;
}
