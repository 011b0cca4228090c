import { endOfLegalDay } from '#lib/platform';
import { dueFrom, vietnamCalendar } from '#lib/calendar';

/**
 * The instant at which a limit of so many days from something is over: 24:00 of its last day, in Việt Nam. The first day
 * is not counted, and a last day that is off moves to the next working day (Civil Code 2015, arts 147 and 148).
 */
export function endOfLimit(from: Date, calendarDays: number): Date {
  const { at } = dueFrom({ calendarDays, onSupplement: 'restart' }, from, vietnamCalendar);
  return endOfLegalDay(at);
}

/** The last day of a limit, as an instant on that day. */
export function lastDayOf(until: Date): Date {
  return new Date(until.getTime() - 1);
}
