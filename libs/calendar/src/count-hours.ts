import { dayKind, firstWorked } from './day-kind.js';
import type { CountedDay } from './due.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { instantAt } from './legal-day.js';
import { hoursOn, type OfficeHours, type Span } from './office-hours.js';

const hourMs = 3_600_000;

/** When `length` working hours from the given moment of a working day are over, and every day on the way. */
export function countHours(
  start: { day: number; msOfDay: number },
  length: number,
  calendar: HolidayCalendar,
  hours: OfficeHours,
): { at: Date; counted: CountedDay[] } {
  const counted: CountedDay[] = [];
  let leftMs = Math.round(length * hourMs);
  let { day, msOfDay } = start;
  for (;;) {
    const { workedMs, stoppedAtMs } = work(leftMs, msOfDay, hoursOn(day, calendar, hours));
    leftMs -= workedMs;
    const kind = dayKind(day, calendar);
    counted.push({ ...kind, counts: workedMs > 0, workingHours: workedMs / hourMs });
    if (leftMs <= 0) return { at: instantAt(day, stoppedAtMs), counted };
    const { worked, off } = firstWorked(day + 1, calendar);
    counted.push(...off);
    day = worked;
    msOfDay = 0;
  }
}

/** The office hours between two moments of one day. */
export function workedHours(fromMs: number, toMs: number, spans: readonly Span[]): number {
  const worked = spans.map((span) => Math.max(0, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs)));
  return worked.reduce((sum, ms) => sum + ms, 0) / hourMs;
}

/** Works off at most `leftMs` in what remains of one day. */
function work(
  leftMs: number,
  fromMs: number,
  spans: readonly Span[],
): { workedMs: number; stoppedAtMs: number } {
  let workedMs = 0;
  let stoppedAtMs = fromMs;
  for (const span of spans) {
    const begins = Math.max(span.fromMs, fromMs);
    const worked = Math.min(leftMs - workedMs, Math.max(0, span.toMs - begins));
    if (worked <= 0) continue;
    workedMs += worked;
    stoppedAtMs = begins + worked;
  }
  return { workedMs, stoppedAtMs };
}
