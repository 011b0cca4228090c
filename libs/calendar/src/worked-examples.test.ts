import { dueFrom, vietnamCalendar } from './index.js';
import type { DeadlineRule } from './index.js';

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`);
const restart = { onSupplement: 'restart' } as const;
const late = { filedAfter15h: 'next-working-day' } as const;
const workingDays = (length: number): DeadlineRule => ({ workingDays: length, ...restart });
const calendarDays = (length: number): DeadlineRule => ({ calendarDays: length, ...restart });
const workingHours = (length: number): DeadlineRule => ({ workingHours: length, ...restart });
const months = (length: number): DeadlineRule => ({ months: length, ...restart });

/** Checked by hand on a calendar: the term, when it starts, when it ends, and why. */
const examples: [DeadlineRule, string, string, string][] = [
  [workingDays(1), '2026-11-18 09:00', '2026-11-19 17:00', 'the first day is not counted'],
  [workingDays(1), '2026-11-18 00:01', '2026-11-19 17:00', 'just past midnight is already that day'],
  [workingDays(1), '2026-11-17 23:59', '2026-11-18 17:00', 'just before midnight is still the day before'],
  [workingDays(1), '2026-11-20 16:00', '2026-11-23 17:00', 'Friday 16:00 without the 15:00 rule: Monday'],
  [{ ...workingDays(1), ...late }, '2026-11-20 16:00', '2026-11-24 17:00', 'with it Monday is the first day'],
  [{ ...workingDays(1), ...late }, '2026-11-20 15:00', '2026-11-24 17:00', '15:00 exactly is already late'],
  [{ ...workingDays(1), ...late }, '2026-11-20 14:59', '2026-11-23 17:00', 'a minute earlier is not'],
  [workingDays(1), '2026-11-21 10:00', '2026-11-23 17:00', 'a first day may be a Saturday'],
  [
    { ...workingDays(1), ...late },
    '2026-11-21 10:00',
    '2026-11-24 17:00',
    'where late filing passes on, so does Saturday',
  ],
  [workingDays(5), '2026-11-18 09:00', '2026-11-25 17:00', 'a weekend lies between; 24/11 is worked'],
  [workingDays(10), '2026-11-02 08:00', '2026-11-16 17:00', 'two weekends lie between'],
  [
    workingDays(3),
    '2026-02-12 09:00',
    '2026-02-24 17:00',
    'before Tết: Friday 13/2, then Monday 23 and Tuesday 24',
  ],
  [workingDays(1), '2026-02-13 09:00', '2026-02-23 17:00', 'the last day before Tết'],
  [workingDays(1), '2026-02-17 09:00', '2026-02-23 17:00', 'filed on the first day of Tết'],
  [workingDays(1), '2025-12-31 09:00', '2026-01-05 17:00', 'New Year, with Friday 2/1 exchanged'],
  [workingDays(5), '2026-01-05 09:00', '2026-01-10 17:00', 'Saturday 10/1 is worked in exchange and counts'],
  [workingDays(1), '2026-04-24 09:00', '2026-04-28 17:00', 'Hùng Kings on Sunday, made good on Monday 27/4'],
  [workingDays(2), '2026-04-28 09:00', '2026-05-04 17:00', '30/4 and 1/5 are off'],
  [workingDays(1), '2026-08-21 09:00', '2026-08-22 17:00', 'Saturday 22/8 is worked for Monday 31/8'],
  [workingDays(1), '2026-08-28 09:00', '2026-09-03 17:00', 'five days off for National Day'],
  [workingDays(0), '2026-11-18 09:00', '2026-11-18 17:00', 'within the day'],
  [workingDays(0), '2026-11-18 17:00', '2026-11-19 17:00', 'within the day, but the day is over'],
  [
    { ...workingDays(0), ...late },
    '2026-11-20 15:30',
    '2026-11-23 17:00',
    'after 15:00, within the next working day',
  ],
  [
    calendarDays(1),
    '2026-11-18 09:00',
    '2026-11-19 17:00',
    'the first day is not counted in calendar days either',
  ],
  [calendarDays(3), '2026-11-18 09:00', '2026-11-23 17:00', 'the last day is a Saturday: Monday'],
  [calendarDays(7), '2026-11-18 09:00', '2026-11-25 17:00', 'a weekend inside a term counts'],
  [calendarDays(15), '2026-02-02 09:00', '2026-02-23 17:00', 'the last day is in Tết: the Monday after'],
  [calendarDays(30), '2026-04-01 09:00', '2026-05-04 17:00', 'the last day is 1/5: after the weekend'],
  [calendarDays(60), '2027-12-31 09:00', '2028-02-29 17:00', 'into a leap day'],
  [months(1), '2026-01-31 09:00', '2026-03-02 17:00', 'no 31/2: 28/2, a Saturday, moves to Monday'],
  [months(1), '2028-01-31 09:00', '2028-02-29 17:00', 'no 31/2 in a leap year: 29/2'],
  [months(12), '2028-02-29 09:00', '2029-02-28 17:00', 'no 29/2 a year on: 28/2'],
  [months(1), '2026-05-31 09:00', '2026-06-30 17:00', 'no 31/6: 30/6'],
  [months(3), '2026-11-20 09:00', '2027-02-22 17:00', '20/2/2027 is a Saturday'],
  [
    workingHours(8),
    '2026-11-18 07:30',
    '2026-11-18 17:00',
    'eight hours are the whole day, the first one counts',
  ],
  [workingHours(8), '2026-11-18 10:00', '2026-11-19 10:00', 'eight hours are a day from any working moment'],
  [workingHours(2), '2026-11-18 10:30', '2026-11-18 14:00', 'lunch does not count'],
  [workingHours(4), '2026-11-18 07:30', '2026-11-18 11:30', 'a term that ends with the morning ends then'],
  [workingHours(0.5), '2026-11-18 12:00', '2026-11-18 13:30', 'half an hour filed over lunch'],
  [workingHours(4), '2026-11-20 16:00', '2026-11-23 10:30', 'an hour on Friday, three on Monday'],
  [
    { ...workingHours(4), ...late },
    '2026-11-20 16:00',
    '2026-11-23 11:30',
    'late on Friday starts with Monday',
  ],
  [workingHours(4), '2026-11-22 10:00', '2026-11-23 11:30', 'filed on Sunday starts with Monday'],
  [workingHours(4), '2026-11-18 18:00', '2026-11-19 11:30', 'filed after closing starts the next morning'],
];

it.each(examples)('%j from %s is due at %s: %s', (rule, startedAt, dueAt) => {
  expect(dueFrom(rule, at(startedAt), vietnamCalendar).at).toEqual(at(dueAt));
});
