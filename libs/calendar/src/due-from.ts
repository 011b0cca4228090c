import { countDays } from './count-days.js';
import { countHours } from './count-hours.js';
import { type DeadlineRule, termOf } from './deadline-rule.js';
import type { CountedDay, Due } from './due.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { instantAt } from './legal-day.js';
import { closingMs, type OfficeHours, usualOfficeHours } from './office-hours.js';
import { startOfCount } from './start-of-count.js';

/**
 * When a term that starts at `startedAt` ends, and how that was counted. The first day is not counted and a last day
 * that is off moves to the next working day (Civil Code 2015, arts 147 and 148); a term in days or months ends with
 * the working day, a term in hours runs within office hours from the moment itself. To restart a clock, call it again
 * with the new start.
 */
export function dueFrom(
  rule: DeadlineRule,
  startedAt: Date,
  calendar: HolidayCalendar,
  hours: OfficeHours = usualOfficeHours,
): Due {
  const { unit, length } = termOf(rule);
  const start = startOfCount(rule, startedAt, calendar, hours);
  if (unit === 'working-hours') {
    const { at, counted } = countHours(start, length, calendar, hours);
    return due(rule, startedAt, at, [...start.passed, ...counted], calendar);
  }
  const { lastDay, counted } = countDays(start.day, { unit, length }, calendar);
  return due(rule, startedAt, instantAt(lastDay, closingMs(hours)), [...start.passed, ...counted], calendar);
}

export function due(
  rule: DeadlineRule,
  startedAt: Date,
  at: Date,
  counted: CountedDay[],
  calendar: HolidayCalendar,
): Due {
  return { at, rule, startedAt, counted, forecastYears: forecastYears(counted, calendar) };
}

function forecastYears(counted: CountedDay[], calendar: HolidayCalendar): number[] {
  const [first, last] = [counted.at(0), counted.at(-1)].map((day) => Number(day?.date.slice(0, 4)));
  const years: number[] = [];
  for (let year = first ?? 0; year <= (last ?? 0); year += 1) {
    if (calendar.basis?.(year) === 'forecast') years.push(year);
  }
  return years;
}
