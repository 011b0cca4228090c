import type { CountedDay } from './due.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { dateOfDay, isWeekend } from './legal-day.js';

/** No country closes for longer: a calendar that does is broken, and would be counted for ever. */
const longestClosureDays = 60;

/** What a day is by itself: worked, and then it counts, or off. */
export function dayKind(day: number, calendar: HolidayCalendar): CountedDay {
  const date = dateOfDay(day);
  const off = calendar.dayOff(date);
  if (off) return { date, counts: false, reason: off.reason, ...(off.name && { name: off.name }) };
  if (!isWeekend(day)) return { date, counts: true, reason: 'working-day' };
  if (calendar.openSaturday?.(date)) return { date, counts: true, reason: 'open-saturday' };
  const inPlaceOf = calendar.workedInPlaceOf?.(date);
  return { date, counts: true, reason: 'swapped-working-day', ...(inPlaceOf && { inPlaceOf }) };
}

/** The first day from `day` on that is worked, and the days off passed before it. */
export function firstWorked(
  day: number,
  calendar: HolidayCalendar,
): { worked: number; kind: CountedDay; off: CountedDay[] } {
  const off: CountedDay[] = [];
  for (let worked = day; off.length <= longestClosureDays; worked += 1) {
    const kind = dayKind(worked, calendar);
    if (kind.counts) return { worked, kind, off };
    off.push(kind);
  }
  throw new RangeError(`no working day within ${longestClosureDays} days of ${dateOfDay(day)}`);
}
