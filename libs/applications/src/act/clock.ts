import { type DeadlineRule, type Due, dueAfterSuspension, dueFrom, vietnamCalendar } from '#lib/calendar';
import type { ClockEffect } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';

/** Where the legal clock of an application stands. */
export type ClockState = Pick<Application, 'clockStartedAt' | 'clockStoppedAt' | 'suspensions' | 'dueAt'>;

/** When the term of a rule that starts at an instant ends; null where the procedure states none. */
export function dueAtFor(rule: DeadlineRule | undefined, startedAt: Date): Date | null {
  return rule ? dueFrom(rule, startedAt, vietnamCalendar).at : null;
}

/** The deadline of a clock with its reckoning: the whole term, moved by each time it stood still, in the rule's own unit. */
export function dueOf(
  { clockStartedAt, suspensions }: Pick<ClockState, 'clockStartedAt' | 'suspensions'>,
  rule: DeadlineRule,
): Due {
  return suspensions.reduce(
    (due, { from, to }) => dueAfterSuspension(rule, due, new Date(from), new Date(to), vietnamCalendar),
    dueFrom(rule, clockStartedAt, vietnamCalendar),
  );
}

/**
 * What a step does to the clock. A restart counts the whole term anew; of a clock that stood still it does so only where
 * the rule says `onSupplement: restart`, else what was left runs on, as at a `resume`.
 */
export function moveClock(
  { clockStartedAt, clockStoppedAt, suspensions, dueAt }: ClockState,
  effect: ClockEffect | undefined,
  rule: DeadlineRule | undefined,
  now: Date,
): ClockState {
  const clock: ClockState = { clockStartedAt, clockStoppedAt, suspensions, dueAt };
  switch (effect) {
    case undefined:
      return clock;
    case 'start':
      return started(rule, now);
    case 'restart':
      return rule?.onSupplement === 'suspend' && clock.clockStoppedAt
        ? resumed(clock, rule, now)
        : started(rule, now);
    case 'suspend':
    case 'stop':
      return { ...clock, clockStoppedAt: clock.clockStoppedAt ?? now };
    case 'resume':
      return resumed(clock, rule, now);
  }
}

function started(rule: DeadlineRule | undefined, now: Date): ClockState {
  return { clockStartedAt: now, clockStoppedAt: null, suspensions: [], dueAt: dueAtFor(rule, now) };
}

/** A clock that already runs is left alone. */
function resumed(clock: ClockState, rule: DeadlineRule | undefined, now: Date): ClockState {
  const { clockStartedAt, clockStoppedAt } = clock;
  if (!clockStoppedAt) return clock;
  const still = { from: clockStoppedAt.toISOString(), to: now.toISOString() };
  const suspensions = [...clock.suspensions, still];
  return {
    clockStartedAt,
    clockStoppedAt: null,
    suspensions,
    dueAt: rule ? dueOf({ clockStartedAt, suspensions }, rule).at : null,
  };
}
