import type { HolidayCalendar } from './holiday-calendar.js';
import { dayNumber, instantAt, type LegalDate } from './legal-day.js';
import { closingMs, type OfficeHours, usualOfficeHours } from './office-hours.js';

/** When the office closes on a date that is worked. */
export function closingOf(
  date: LegalDate,
  calendar: HolidayCalendar,
  hours: OfficeHours = usualOfficeHours,
): Date {
  const day = dayNumber(date);
  return instantAt(day, closingMs(day, calendar, hours));
}
