import { workedHours } from './count-hours.js';
import { type DeadlineRule, termOf } from './deadline-rule.js';
import { due as dueWith, dueFrom } from './due-from.js';
import type { CountedDay, Due } from './due.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { dateOfDay, dayNumber, legalMoment } from './legal-day.js';
import { hoursOn, type OfficeHours, usualOfficeHours } from './office-hours.js';
import { calendarFor } from './open-saturdays.js';

/**
 * The deadline of a clock that stood still from `suspendedAt` to `resumedAt`. What was left of the term is kept: the
 * day of suspension stays used if it counted, the day of resuming is a first day and is not counted, so that
 * suspending and resuming on one day changes nothing. With nothing left the term ends within the day of resuming, or
 * within the next working day when that one is over. What arrives after 15:00 is treated as at filing. A deadline
 * already missed stays as it was.
 */
export function dueAfterSuspension(
  rule: DeadlineRule,
  due: Due,
  suspendedAt: Date,
  resumedAt: Date,
  calendar: HolidayCalendar,
  hours: OfficeHours = usualOfficeHours,
): Due {
  if (suspendedAt < due.startedAt) throw new RangeError('a clock cannot be suspended before it started');
  if (resumedAt < suspendedAt) throw new RangeError('a clock cannot resume before it was suspended');
  if (suspendedAt >= due.at) return due;

  const used = usedUntil(suspendedAt, due, calendarFor(rule, calendar, hours), hours);
  const left = restOfTerm(rule, due, used);
  const resumed = dueFrom(left, resumedAt, calendar, hours);
  const rest = termOf(left).length === 0 ? endingInResumption(resumed.counted) : resumed.counted;
  const moved = dueWith(rule, due.startedAt, resumed.at, joined(used, rest), { calendar, hours });
  return due.extensions ? { ...moved, extensions: due.extensions } : moved;
}

/** The days up to the suspension; in hours, the last of them only as far as it was worked. */
function usedUntil(suspendedAt: Date, due: Due, calendar: HolidayCalendar, hours: OfficeHours): CountedDay[] {
  const { day, msOfDay } = legalMoment(suspendedAt);
  const date = dateOfDay(day);
  const end = legalMoment(due.at);
  const endMs = end.day === day ? end.msOfDay : Number.POSITIVE_INFINITY;
  return due.counted
    .filter((one) => one.date <= date)
    .map((one) => {
      if (one.date < date || !one.workingHours) return one;
      const workingHours = Math.max(
        0,
        one.workingHours - workedHours(msOfDay, endMs, hoursOn(day, calendar, hours)),
      );
      return { ...one, counts: workingHours > 0, workingHours };
    });
}

/** What was left when the clock stopped, as a rule of its own. Months are left over as days. */
function restOfTerm(rule: DeadlineRule, due: Due, used: CountedDay[]): DeadlineRule {
  const { filedAfter15h, openSaturdays, onSupplement } = rule;
  const kept = {
    onSupplement,
    ...(filedAfter15h && { filedAfter15h }),
    ...(openSaturdays && { openSaturdays }),
  };
  const { unit } = termOf(rule);
  if (unit === 'working-hours') return { ...kept, workingHours: hoursIn(due.counted) - hoursIn(used) };
  const daysLeft = daysIn(due.counted) - daysIn(used);
  return unit === 'working-days' ? { ...kept, workingDays: daysLeft } : { ...kept, calendarDays: daysLeft };
}

const daysIn = (days: CountedDay[]) => days.filter(({ counts }) => counts).length;
const hoursIn = (days: CountedDay[]) => days.reduce((sum, { workingHours = 0 }) => sum + workingHours, 0);

function endingInResumption(days: CountedDay[]): CountedDay[] {
  return days.map((one, index) =>
    index === days.length - 1 ? { date: one.date, counts: false, reason: 'resumed' } : one,
  );
}

/** The days used, the days the clock stood still, and the rest; a day in both is kept once. */
function joined(used: CountedDay[], rest: CountedDay[]): CountedDay[] {
  const last = used.at(-1);
  const [first, ...later] = rest;
  if (!last || !first) return [...used, ...rest];
  if (first.date === last.date) {
    const workingHours = (last.workingHours ?? 0) + (first.workingHours ?? 0);
    const same = workingHours > 0 ? { ...last, counts: true, workingHours } : last;
    return [...used.slice(0, -1), same, ...later];
  }
  const still: CountedDay[] = [];
  for (let day = dayNumber(last.date) + 1; day < dayNumber(first.date); day += 1) {
    still.push({ date: dateOfDay(day), counts: false, reason: 'suspended' });
  }
  return [...used, ...still, ...rest];
}
