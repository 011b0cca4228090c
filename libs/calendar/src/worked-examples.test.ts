import {
  type DeadlineRule,
  dueAfterExtension,
  dueAfterSuspension,
  dueFrom,
  officeHours,
  usualOfficeWeek,
  vietnamCalendar,
} from './index.js';

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
  [workingHours(1), '2026-11-18 16:59', '2026-11-19 08:29', 'a minute today, 59 tomorrow'],
  [workingHours(40), '2026-11-16 07:30', '2026-11-20 17:00', 'a week of 40 hours (Decision 188/1999/QĐ-TTg)'],
  [workingDays(30), '2026-11-02 09:00', '2026-12-14 17:00', 'six weeks without a holiday'],
  [calendarDays(45), '2026-11-02 09:00', '2026-12-17 17:00', '28 days to 30/11, 17 in December'],
  [calendarDays(0), '2026-11-21 10:00', '2026-11-23 17:00', 'within a day that is off: the next working day'],
  [workingDays(0), '2026-11-22 23:59', '2026-11-23 17:00', 'within the day, filed late on Sunday'],
  [
    { ...workingDays(1), ...late },
    '2026-04-30 10:00',
    '2026-05-05 17:00',
    'filed on 30/4: Monday 4/5 is the first day (Decree 61/2018, art 18)',
  ],
  [
    { ...months(1), ...late },
    '2026-01-30 16:00',
    '2026-03-02 17:00',
    'late on Friday: the month runs from Monday 2/2',
  ],
  [months(6), '2026-08-31 09:00', '2027-03-01 17:00', 'no 31/2: 28/2/2027, a Sunday, moves to Monday'],
  [
    workingDays(1),
    '2026-11-23 09:00',
    '2026-11-24 17:00',
    'Culture Day, 24/11, is asked for but not in the Labour Code yet',
  ],
  [workingDays(1), '2026-12-31 09:00', '2027-01-04 17:00', '1/1/2027 is a Friday (Labour Code, art 112)'],
  [
    workingDays(1),
    '2027-04-29 09:00',
    '2027-05-04 17:00',
    '1/5/2027, a Saturday, is made good on Monday 3/5 (Labour Code, art 111(3))',
  ],
  [workingDays(1), '2027-04-15 09:00', '2027-04-19 17:00', '10/3 of the lunar year is Friday 16/4/2027'],
  [workingDays(1), '2027-12-31 09:00', '2028-01-04 17:00', '1/1/2028, a Saturday, is made good on Monday'],
  [
    workingDays(1),
    '2030-01-30 09:00',
    '2030-02-07 17:00',
    'Tết 2030 is 2/2 by the meridian of Việt Nam, 3/2 by the Chinese one',
  ],
  [workingDays(1), '2024-02-07 09:00', '2024-02-15 17:00', 'Tết 2024: 8 to 14/2 with the weekend made good'],
  [
    workingDays(1),
    '2024-04-26 09:00',
    '2024-05-02 17:00',
    'Monday 29/4/2024 exchanged (dispatch 2450/VPCP-KGVX)',
  ],
  [workingDays(2), '2024-05-02 09:00', '2024-05-04 17:00', 'and Saturday 4/5/2024 worked for it'],
  [calendarDays(3), '2024-05-01 09:00', '2024-05-04 17:00', 'a worked Saturday may be a last day'],
  [workingDays(1), '2024-08-30 09:00', '2024-09-04 17:00', 'National Day 2024: 2/9 and 3/9'],
  [workingDays(1), '2025-01-24 09:00', '2025-02-03 17:00', 'Tết 2025: 27 to 31/1'],
  [workingDays(1), '2025-04-04 09:00', '2025-04-08 17:00', '10/3 of the lunar year is Monday 7/4/2025'],
  [workingDays(1), '2025-04-25 09:00', '2025-04-26 17:00', 'Saturday 26/4/2025 is worked for 2/5'],
  [workingDays(1), '2025-04-29 09:00', '2025-05-05 17:00', '30/4, 1/5, the exchanged 2/5 and the weekend'],
  [workingDays(1), '2025-08-29 09:00', '2025-09-03 17:00', 'National Day 2025: 1/9 and 2/9'],
];

it.each(examples)('%j from %s is due at %s: %s', (rule, startedAt, dueAt) => {
  expect(dueFrom(rule, at(startedAt), vietnamCalendar).at).toEqual(at(dueAt));
});

const saturdays = officeHours({ ...usualOfficeWeek, saturday: ['07:30-11:30'] });
const shortFridays = officeHours({ ...usualOfficeWeek, friday: ['07:30-11:30', '13:00-16:00'] });
const south = ['08:00-12:00', '13:30-17:30'];
const laterHours = officeHours({
  monday: south,
  tuesday: south,
  wednesday: south,
  thursday: south,
  friday: south,
});
const counting = { openSaturdays: 'count' } as const;

/** The same in offices with hours of their own. */
const elsewhere: [DeadlineRule, string, typeof saturdays, string, string][] = [
  [workingDays(1), '2026-11-20 09:00', saturdays, '2026-11-23 17:00', 'an open Saturday is no working day'],
  [workingDays(1), '2026-11-21 09:00', saturdays, '2026-11-23 17:00', 'filed on it: it is the first day'],
  [
    { ...workingDays(1), ...late },
    '2026-11-21 09:00',
    saturdays,
    '2026-11-24 17:00',
    'where late filing passes on it is taken in on Monday, as what came on Friday evening is',
  ],
  [
    calendarDays(1),
    '2026-11-20 09:00',
    saturdays,
    '2026-11-23 17:00',
    'a weekly day off does not end a term (Civil Code, art 148(5)), open or not',
  ],
  [
    workingHours(4),
    '2026-11-20 16:00',
    saturdays,
    '2026-11-23 10:30',
    'its hours do not count by themselves',
  ],
  [
    { ...workingHours(4), ...counting },
    '2026-11-20 16:00',
    saturdays,
    '2026-11-21 10:30',
    'they do where the procedure says so: one hour on Friday, three on Saturday',
  ],
  [
    { ...workingHours(8), ...counting },
    '2026-11-20 16:00',
    saturdays,
    '2026-11-23 10:30',
    'one on Friday, four on Saturday, three on Monday',
  ],
  [
    { ...workingHours(4), ...counting },
    '2026-11-20 16:00',
    officeHours(usualOfficeWeek),
    '2026-11-23 10:30',
    'an office that does not open on Saturday has none to count',
  ],
  [
    { ...workingHours(2), ...counting },
    '2026-11-21 10:00',
    saturdays,
    '2026-11-23 08:00',
    'an hour and a half on Saturday',
  ],
  [
    { ...workingHours(2), ...counting, ...late },
    '2026-11-20 16:00',
    saturdays,
    '2026-11-21 09:30',
    'late on Friday passes to Saturday morning',
  ],
  [
    { ...workingHours(2), ...counting },
    '2026-05-01 09:00',
    saturdays,
    '2026-05-02 09:30',
    'a holiday does not count, the Saturday after it does',
  ],
  [
    workingDays(5),
    '2026-01-05 09:00',
    saturdays,
    '2026-01-10 17:00',
    'a Saturday worked for a Friday has the hours of a Friday, not of a Saturday',
  ],
  [workingHours(8), '2026-01-10 07:30', saturdays, '2026-01-10 17:00', 'and all eight of them'],
  [workingDays(1), '2026-11-19 09:00', shortFridays, '2026-11-20 16:00', 'the office closes early on Friday'],
  [workingHours(12), '2026-11-19 13:00', shortFridays, '2026-11-23 08:30', '4 + 7 hours, one on Monday'],
  [workingDays(0), '2026-11-20 16:30', shortFridays, '2026-11-23 17:00', 'within the day, after it closed'],
  [workingDays(1), '2026-11-18 09:00', laterHours, '2026-11-19 17:30', 'the office closes at 17:30'],
  [workingHours(1), '2026-11-18 11:30', laterHours, '2026-11-18 14:00', 'its lunch is from 12:00 to 13:30'],
];

it.each(elsewhere)('%j from %s in an office of its own hours', (rule, startedAt, hours, dueAt, _why) => {
  expect(dueFrom(rule, at(startedAt), vietnamCalendar, hours).at).toEqual(at(dueAt));
});

/** The clock stood still: what was left runs on (the day of resuming is a first day, Civil Code, art 147). */
const suspended: [DeadlineRule, string, string, string, string, string][] = [
  [workingDays(5), '2026-11-02 09:00', '2026-11-04 10:00', '2026-11-17 10:00', '2026-11-20 17:00', '3 left'],
  [
    calendarDays(10),
    '2026-11-02 09:00',
    '2026-11-04 10:00',
    '2026-11-09 10:00',
    '2026-11-17 17:00',
    '8 left',
  ],
  [
    workingDays(5),
    '2026-02-09 09:00',
    '2026-02-11 10:00',
    '2026-02-24 10:00',
    '2026-02-27 17:00',
    'over Tết: 3 left',
  ],
  [
    workingDays(5),
    '2026-11-02 09:00',
    '2026-11-04 10:00',
    '2026-11-14 10:00',
    '2026-11-18 17:00',
    'answered on a Saturday: 3 left from Monday on',
  ],
  [
    workingDays(1),
    '2026-11-18 09:00',
    '2026-11-19 16:59',
    '2026-11-23 09:00',
    '2026-11-23 17:00',
    'nothing left: within the day of the answer',
  ],
  [
    workingHours(8),
    '2026-11-16 10:05',
    '2026-11-16 14:00',
    '2026-11-18 07:30',
    '2026-11-18 14:35',
    '5 hours 35 minutes left',
  ],
];

it.each(suspended)('%j from %s, still from %s to %s, is due at %s: %s', (rule, start, from, to, dueAt) => {
  const due = dueFrom(rule, at(start), vietnamCalendar);
  expect(dueAfterSuspension(rule, due, at(from), at(to), vietnamCalendar).at).toEqual(at(dueAt));
});

/** Put off: the new days follow the old last day, which is not counted twice. */
const extended: [DeadlineRule, string, number, string, string][] = [
  [workingDays(5), '2026-11-02 09:00', 3, '2026-11-12 17:00', 'Monday 9/11 and three more'],
  [workingDays(1), '2026-02-12 09:00', 1, '2026-02-23 17:00', 'Friday 13/2, then Tết'],
  [workingDays(0), '2026-11-18 09:00', 1, '2026-11-19 17:00', 'within the day, then one day'],
  [calendarDays(3), '2026-11-18 09:00', 2, '2026-11-25 17:00', 'from Monday 23/11, to which it had moved'],
  [calendarDays(7), '2026-11-18 09:00', 3, '2026-11-30 17:00', 'the new last day is a Saturday: it moves'],
  [months(1), '2026-01-31 09:00', 1, '2026-04-02 17:00', 'from Monday 2/3, to which it had moved'],
  [workingHours(8), '2026-11-18 10:00', 4, '2026-11-19 15:30', 'four hours after Thursday 10:00'],
];

it.each(extended)('%j from %s, put off by %s, is due at %s: %s', (rule, start, by, dueAt) => {
  const due = dueFrom(rule, at(start), vietnamCalendar);
  expect(dueAfterExtension(rule, due, by, vietnamCalendar).at).toEqual(at(dueAt));
});

it('put off and then still, has both left', () => {
  const rule = workingDays(5);
  const due = dueAfterExtension(
    rule,
    dueFrom(rule, at('2026-11-02 09:00'), vietnamCalendar),
    3,
    vietnamCalendar,
  );
  // Two of eight are used on 4/11; six are left after 16/11.
  const later = dueAfterSuspension(
    rule,
    due,
    at('2026-11-04 10:00'),
    at('2026-11-16 10:00'),
    vietnamCalendar,
  );
  expect(later.at).toEqual(at('2026-11-24 17:00'));
});
