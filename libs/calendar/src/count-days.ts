import { dayKind, firstWorked } from './day-kind.js';
import type { TermUnit } from './deadline-rule.js';
import type { CountedDay } from './due.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { dateOfDay, monthsLater } from './legal-day.js';

/** The last day of a term in days or months that runs from `start`, and every day on the way. */
export function countDays(
  start: number,
  { unit, length }: { unit: Exclude<TermUnit, 'working-hours'>; length: number },
  calendar: HolidayCalendar,
): { lastDay: number; counted: CountedDay[] } {
  if (length === 0) return { lastDay: start, counted: [dayKind(start, calendar)] };
  const { name } = dayKind(start, calendar);
  const firstDay: CountedDay = {
    date: dateOfDay(start),
    counts: false,
    reason: 'first-day',
    ...(name && { name }),
  };
  const { lastDay, counted } =
    unit === 'working-days'
      ? workingDaysAfter(start, length, calendar)
      : everyDayUntil(start, unit === 'months' ? monthsLater(start, length) : start + length, calendar);
  return { lastDay, counted: [firstDay, ...counted] };
}

function workingDaysAfter(start: number, length: number, calendar: HolidayCalendar) {
  const counted: CountedDay[] = [];
  let lastDay = start;
  for (let left = length; left > 0; left -= 1) {
    const { worked, kind, off } = firstWorked(lastDay + 1, calendar);
    counted.push(...off, kind);
    lastDay = worked;
  }
  return { lastDay, counted };
}

/** Days off count as well; only a last day that is one moves on (Civil Code 2015, art 148(5)). */
function everyDayUntil(start: number, end: number, calendar: HolidayCalendar) {
  const counted: CountedDay[] = [];
  for (let day = start + 1; day <= end; day += 1) {
    const { name } = dayKind(day, calendar);
    counted.push({ date: dateOfDay(day), counts: true, reason: 'calendar-day', ...(name && { name }) });
  }
  const { worked, off } = firstWorked(end, calendar);
  if (worked === end) return { lastDay: end, counted };
  return {
    lastDay: worked,
    counted: [
      ...counted,
      ...off.slice(1),
      { date: dateOfDay(worked), counts: false, reason: 'moved' as const },
    ],
  };
}
