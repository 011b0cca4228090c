import { countDays } from './count-days.js';
import { countHours } from './count-hours.js';
import { type DeadlineRule, termOf } from './deadline-rule.js';
import type { CountedDay, Due } from './due.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { dayNumber, instantAt } from './legal-day.js';
import { closingMs, type OfficeHours, usualOfficeHours } from './office-hours.js';
import { calendarFor, opensOnSaturday } from './open-saturdays.js';
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
  const worked = calendarFor(rule, calendar, hours);
  const start = startOfCount(rule, startedAt, worked, hours);
  if (unit === 'working-hours') {
    const { at, counted } = countHours(start, length, worked, hours);
    return due(rule, startedAt, at, [...start.passed, ...counted], { calendar, hours });
  }
  const { lastDay, counted } = countDays(start.day, { unit, length }, worked);
  const at = instantAt(lastDay, closingMs(lastDay, worked, hours));
  return due(rule, startedAt, at, [...start.passed, ...counted], { calendar, hours });
}

export function due(
  rule: DeadlineRule,
  startedAt: Date,
  at: Date,
  counted: CountedDay[],
  { calendar, hours }: { calendar: HolidayCalendar; hours: OfficeHours },
): Due {
  const marked = counted.map((one) => markOpen(one, hours));
  return { at, rule, startedAt, counted: marked, forecastYears: forecastYears(counted, calendar) };
}

/** Whoever was served on a Saturday must be able to read why it nevertheless does not count. */
function markOpen(day: CountedDay, hours: OfficeHours): CountedDay {
  const open = day.reason === 'weekend' && opensOnSaturday(dayNumber(day.date), hours);
  return open ? { ...day, open } : day;
}

function forecastYears(counted: CountedDay[], calendar: HolidayCalendar): number[] {
  const [first, last] = [counted.at(0), counted.at(-1)].map((day) => Number(day?.date.slice(0, 4)));
  const years: number[] = [];
  for (let year = first ?? 0; year <= (last ?? 0); year += 1) {
    if (calendar.basis?.(year) === 'forecast') years.push(year);
  }
  return years;
}
