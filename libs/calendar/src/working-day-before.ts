import { dayKind } from './day-kind.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { instantAt, legalMoment } from './legal-day.js';
import { hoursOn, type OfficeHours, usualOfficeHours } from './office-hours.js';

/** When the office opens on the `days`-th working day before the legal day of an instant. */
export function workingDayBefore(
  instant: Date,
  days: number,
  calendar: HolidayCalendar,
  hours: OfficeHours = usualOfficeHours,
): Date {
  let { day } = legalMoment(instant);
  for (let left = days; left > 0; ) {
    day -= 1;
    if (dayKind(day, calendar).counts) left -= 1;
  }
  return instantAt(day, hoursOn(day, calendar, hours)[0]?.fromMs ?? 0);
}
