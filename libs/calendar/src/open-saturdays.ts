import { type DeadlineRule, termOf } from './deadline-rule.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { dayNumber, weekday } from './legal-day.js';
import type { OfficeHours } from './office-hours.js';

/**
 * The calendar as a term sees it: where a term in working hours says that open Saturdays count, a Saturday on which the
 * agency opens is worked, in its own hours.
 *
 * For every other term a Saturday morning counts for nothing. State bodies work a week of 40 hours from Monday to Friday
 * (Decision 188/1999/QĐ-TTg); opening on Saturdays to receive applications and hand out results (Decision
 * 127/2007/QĐ-TTg, later 14/2010/QĐ-TTg) is done by officers on duty, with time off for it, and leaves Saturday the weekly day off. What
 * falls on a weekly day off neither is a working day nor ends a term (Civil Code 2015, art 148(5)). So also what arrives
 * on a Saturday is taken in on Monday where late filing passes on: otherwise what came on Saturday morning would be due
 * before what came on Friday evening.
 */
export function calendarFor(
  rule: DeadlineRule,
  calendar: HolidayCalendar,
  hours: OfficeHours,
): HolidayCalendar {
  if (!rule.openSaturdays) return calendar;
  if (termOf(rule).unit !== 'working-hours')
    throw new RangeError('only a term in working hours can count open Saturdays');
  const openSaturday = (date: string) =>
    calendar.dayOff(date)?.reason === 'weekend' && opensOnSaturday(dayNumber(date), hours);
  return {
    dayOff: (date) => (openSaturday(date) ? undefined : calendar.dayOff(date)),
    workedInPlaceOf: (date) => calendar.workedInPlaceOf?.(date),
    basis: (year) => calendar.basis?.(year) ?? 'announced',
    openSaturday,
  };
}

/** Whether a day is a Saturday on which the agency opens, whatever that counts for. */
export function opensOnSaturday(day: number, hours: OfficeHours): boolean {
  return weekday(day) === 6 && (hours[5]?.length ?? 0) > 0;
}
