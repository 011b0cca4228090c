import {
  type DeadlineRule,
  type Due,
  dueAfterExtension,
  dueAfterSuspension,
  dueFrom,
  type OfficeHours,
  usualOfficeHours,
  vietnamCalendar,
} from '#lib/calendar';
import type { ClockEffect } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';

/** Where the legal clock of an application stands. */
export type ClockState = Pick<
  Application,
  'clockStartedAt' | 'clockStoppedAt' | 'suspensions' | 'extension' | 'dueAt' | 'promisedAt'
>;

/** What the deadline follows from. */
type Reckoned = Pick<ClockState, 'clockStartedAt' | 'suspensions' | 'extension'>;

/**
 * The deadline of a clock with its reckoning: the whole term, moved by each time it stood still and put off where it was
 * put off, in the order in which that happened and in the rule's own unit.
 */
export function dueOf(
  { clockStartedAt, suspensions, extension }: Reckoned,
  rule: DeadlineRule,
  hours: OfficeHours = usualOfficeHours,
): Due {
  const moves = suspensions.map(({ from, to }) => ({
    at: to,
    move: (due: Due) => dueAfterSuspension(rule, due, new Date(from), new Date(to), vietnamCalendar, hours),
  }));
  if (extension) {
    const { at, by } = extension;
    moves.push({ at, move: (due) => dueAfterExtension(rule, due, by, vietnamCalendar, hours) });
  }
  return moves
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .reduce((due, { move }) => move(due), dueFrom(rule, clockStartedAt, vietnamCalendar, hours));
}

/**
 * What a step does to the clock. A restart counts the whole term anew; of a clock that stood still it does so only where
 * the rule says `onSupplement: restart`, else what was left runs on, as at a `resume`.
 */
export function moveClock(
  { clockStartedAt, clockStoppedAt, suspensions, extension, dueAt, promisedAt }: ClockState,
  effect: ClockEffect | undefined,
  rule: DeadlineRule | undefined,
  now: Date,
  hours: OfficeHours = usualOfficeHours,
): ClockState {
  const clock: ClockState = { clockStartedAt, clockStoppedAt, suspensions, extension, dueAt, promisedAt };
  switch (effect) {
    case undefined:
      return clock;
    case 'start':
      return startClock(rule, now, hours);
    case 'restart':
      return rule?.onSupplement === 'suspend' && clock.clockStoppedAt
        ? resumed(clock, rule, now, hours)
        : startClock(rule, now, hours);
    case 'suspend':
    case 'stop':
      return { ...clock, clockStoppedAt: clock.clockStoppedAt ?? now };
    case 'resume':
      return resumed(clock, rule, now, hours);
  }
}

/**
 * A clock that starts at an instant, by the rule of the procedure; `dueAt` is null where it states no deadline. A term
 * counted anew was neither put off nor promised for another day.
 */
export function startClock(
  rule: DeadlineRule | undefined,
  now: Date,
  hours: OfficeHours = usualOfficeHours,
): ClockState {
  return {
    clockStartedAt: now,
    clockStoppedAt: null,
    suspensions: [],
    extension: null,
    dueAt: rule ? dueFrom(rule, now, vietnamCalendar, hours).at : null,
    promisedAt: null,
  };
}

/** A clock that already runs is left alone. A promised date that the deadline has moved past means nothing any more. */
function resumed(
  clock: ClockState,
  rule: DeadlineRule | undefined,
  now: Date,
  hours: OfficeHours,
): ClockState {
  const { clockStartedAt, clockStoppedAt, extension, promisedAt } = clock;
  if (!clockStoppedAt) return clock;
  const still = { from: clockStoppedAt.toISOString(), to: now.toISOString() };
  const suspensions = [...clock.suspensions, still];
  const dueAt = rule ? dueOf({ clockStartedAt, suspensions, extension }, rule, hours).at : null;
  return {
    clockStartedAt,
    clockStoppedAt: null,
    suspensions,
    extension,
    dueAt,
    promisedAt: promisedAt && dueAt && promisedAt > dueAt ? promisedAt : null,
  };
}
