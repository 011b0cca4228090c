import { type DeadlineRule, dueFrom, vietnamCalendar } from '#lib/calendar';
import type { ClockEffect } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';

/** Where the legal clock of an application stands. */
export type ClockState = Pick<Application, 'clockStartedAt' | 'clockStoppedAt' | 'dueAt'>;

/** When the term of a rule that starts at an instant ends; null where the procedure states none. */
export function dueAtFor(rule: DeadlineRule | undefined, startedAt: Date): Date | null {
  return rule ? dueFrom(rule, startedAt, vietnamCalendar).at : null;
}

/** What a step does to the clock. A restart, also of a clock that stood still, counts the whole term anew. */
export function moveClock(
  clock: ClockState,
  effect: ClockEffect | undefined,
  rule: DeadlineRule | undefined,
  now: Date,
): ClockState {
  switch (effect) {
    case undefined:
      return clock;
    case 'start':
    case 'restart':
      return { clockStartedAt: now, clockStoppedAt: null, dueAt: dueAtFor(rule, now) };
    case 'suspend':
    case 'stop':
      return { ...clock, clockStoppedAt: clock.clockStoppedAt ?? now };
    case 'resume':
      // Needs the history of earlier suspensions; publication refuses workflows that ask for it.
      throw new Error('The clock effect resume is not available');
  }
}
