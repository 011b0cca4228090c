import { type DeadlineRule, termOf } from './deadline-rule.js';
import { dayKind, firstWorked } from './day-kind.js';
import type { CountedDay } from './due.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { dateOfDay, legalMoment } from './legal-day.js';
import { clockMs, closingMs, type OfficeHours } from './office-hours.js';

const receivingEndsMs = clockMs('15:00');

/** The day and moment a term runs from, and the days passed over to get there. */
export interface StartOfCount {
  day: number;
  /** Milliseconds of that day already gone; 0 when the start was moved to it. */
  msOfDay: number;
  passed: CountedDay[];
}

/**
 * Where the count begins. A term in days simply begins on the day itself, off or not. The start moves to the next
 * working day where the rule says so for what arrives from 15:00 on or on a day off, and where the term needs
 * working time on the very day: hours, and "within the day".
 */
export function startOfCount(
  rule: DeadlineRule,
  startedAt: Date,
  calendar: HolidayCalendar,
  hours: OfficeHours,
): StartOfCount {
  const { day, msOfDay } = legalMoment(startedAt);
  const { unit, length } = termOf(rule);
  const needsTheDay = unit === 'working-hours' || length === 0;
  if (!needsTheDay && !rule.filedAfter15h) return { day, msOfDay, passed: [] };

  const kind = dayKind(day, calendar);
  const late =
    (rule.filedAfter15h !== undefined && msOfDay >= receivingEndsMs) ||
    (needsTheDay && kind.counts && msOfDay >= closingMs(day, calendar, hours));
  if (kind.counts && !late) return { day, msOfDay, passed: [] };

  const first: CountedDay = kind.counts
    ? { date: dateOfDay(day), counts: false, reason: 'filed-late' }
    : kind;
  const { worked, off } = firstWorked(day + 1, calendar);
  return { day: worked, msOfDay: 0, passed: [first, ...off] };
}
