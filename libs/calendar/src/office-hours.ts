import type { HolidayCalendar } from './holiday-calendar.js';
import { dateOfDay, dayNumber, isWeekend, weekday } from './legal-day.js';

/** A span of office hours as people write it: `07:30-11:30`. */
export type WrittenSpan = string;

export const daysOfWeek = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type DayOfWeek = (typeof daysOfWeek)[number];

/** The week of an office as data: the spans of each day, in order. Monday to Friday have at least one each. */
export type OfficeWeek = Partial<Record<DayOfWeek, WrittenSpan[]>>;

/** A span of the legal day, in its milliseconds. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** The week of an office, ready for counting: the spans of Monday first, of Sunday last. */
export type OfficeHours = readonly (readonly Span[])[];

const usualDay: WrittenSpan[] = ['07:30-11:30', '13:00-17:00'];

/**
 * ASSUMPTION: 07:30 to 11:30 and 13:00 to 17:00, eight hours from Monday to Friday. Decree 61/2018 (art 14) and its
 * successor 118/2025 leave the hours to each office, and no single text fixes them for the country; an agency with
 * other hours brings its own.
 */
export const usualOfficeWeek: OfficeWeek = {
  monday: usualDay,
  tuesday: usualDay,
  wednesday: usualDay,
  thursday: usualDay,
  friday: usualDay,
};

/** Reads a week. One without hours on a weekday, or with spans that overlap, is a fault: it is checked where it is written. */
export function officeHours(week: OfficeWeek): OfficeHours {
  return daysOfWeek.map((day, index) => {
    const spans = (week[day] ?? []).map(readSpan);
    if (index < 5 && spans.length === 0) throw new RangeError(`office hours need a span on ${day}`);
    spans.reduce((endsMs, { fromMs, toMs }) => {
      if (fromMs < endsMs) throw new RangeError(`office hours of ${day} overlap or are out of order`);
      return toMs;
    }, 0);
    return spans;
  });
}

export const usualOfficeHours = officeHours(usualOfficeWeek);

/**
 * The hours of one day that is worked. A weekend day worked in exchange has those of the weekday it stands for; one
 * nobody says that of has Monday's.
 */
export function hoursOn(day: number, calendar: HolidayCalendar, hours: OfficeHours): readonly Span[] {
  const own = hours[weekday(day) - 1] ?? [];
  if (!isWeekend(day) || calendar.openSaturday?.(dateOfDay(day))) return own;
  const inPlaceOf = calendar.workedInPlaceOf?.(dateOfDay(day));
  const like = inPlaceOf && !isWeekend(dayNumber(inPlaceOf)) ? weekday(dayNumber(inPlaceOf)) : 1;
  return hours[like - 1] ?? [];
}

/** When a day that is worked ends, as milliseconds of it. Terms in days and months end then. */
export function closingMs(day: number, calendar: HolidayCalendar, hours: OfficeHours): number {
  const last = hoursOn(day, calendar, hours).at(-1);
  if (!last) throw new RangeError(`no office hours on ${dateOfDay(day)}, a day that is worked`);
  return last.toMs;
}

/** `15:00` as milliseconds of the day. */
export function clockMs(time: string): number {
  const read = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!read) throw new RangeError(`expected a time as HH:MM, got ${JSON.stringify(time)}`);
  return (Number(read[1]) * 60 + Number(read[2])) * 60_000;
}

function readSpan(written: WrittenSpan): Span {
  const [from = '', to = ''] = written.split('-');
  const span = { fromMs: clockMs(from), toMs: clockMs(to) };
  if (span.toMs <= span.fromMs) throw new RangeError(`office hours end before they begin: ${written}`);
  return span;
}
