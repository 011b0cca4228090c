import { countDays } from './count-days.js';
import { countHours } from './count-hours.js';
import { type DeadlineRule, termOf } from './deadline-rule.js';
import { due as dueWith } from './due-from.js';
import type { CountedDay, Due } from './due.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { instantAt, legalMoment } from './legal-day.js';
import { closingMs, type OfficeHours, usualOfficeHours } from './office-hours.js';
import { calendarFor } from './open-saturdays.js';

/**
 * A deadline put off by `length` units of its own term: days after days, months after months, hours after hours. The
 * new days follow the old last day as it stood, moved or not, which is not counted a second time; a new last day that
 * is off moves as well (Civil Code 2015, arts 147 and 148). ASSUMPTION: the Code does not say where a prolonged term
 * runs from; counting from its old end is the reading under which no day is counted twice.
 */
export function dueAfterExtension(
  rule: DeadlineRule,
  due: Due,
  length: number,
  calendar: HolidayCalendar,
  hours: OfficeHours = usualOfficeHours,
): Due {
  const { unit } = termOf(rule);
  if (!(length > 0) || (unit !== 'working-hours' && !Number.isInteger(length)))
    throw new RangeError(`a deadline cannot be put off by ${length} ${unit}`);
  const from = legalMoment(due.at);
  const worked = calendarFor(rule, calendar, hours);
  if (unit === 'working-hours') {
    const { at, counted } = countHours(from, length, worked, hours);
    return extended(at, joinHours(due.counted, counted));
  }
  const { lastDay, counted } = countDays(from.day, { unit, length }, worked);
  return extended(instantAt(lastDay, closingMs(lastDay, worked, hours)), [
    ...due.counted,
    ...counted.slice(1),
  ]);

  function extended(at: Date, days: CountedDay[]): Due {
    const extensions = [...(due.extensions ?? []), { by: length, from: due.at }];
    return { ...dueWith(rule, due.startedAt, at, days, { calendar, hours }), extensions };
  }
}

/** The day on which the old term ended goes on being worked on. */
function joinHours(used: CountedDay[], [first, ...later]: CountedDay[]): CountedDay[] {
  const last = used.at(-1);
  if (!last || !first) return used;
  const workingHours = (last.workingHours ?? 0) + (first.workingHours ?? 0);
  return [...used.slice(0, -1), { ...last, counts: workingHours > 0, workingHours }, ...later];
}
