import { officeHours, usualOfficeWeek, vietnamCalendar, workingDayBefore } from './index.js';

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`);

it.each([
  ['2026-11-20 17:00', 1, '2026-11-19 07:30', 'the day before'],
  ['2026-11-23 17:00', 1, '2026-11-20 07:30', 'over a weekend'],
  ['2026-02-24 17:00', 2, '2026-02-13 07:30', 'over Tết'],
  ['2026-01-12 17:00', 1, '2026-01-10 07:30', 'to a Saturday worked in exchange'],
])('before %s, %s working days, is %s: %s', (instant, days, opening) => {
  expect(workingDayBefore(at(instant), days, vietnamCalendar)).toEqual(at(opening));
});

it('an open Saturday is passed over, and the office opens when it opens', () => {
  const hours = officeHours({ ...usualOfficeWeek, friday: ['09:00-12:00'], saturday: ['07:30-11:30'] });
  expect(workingDayBefore(at('2026-11-23 17:00'), 1, vietnamCalendar, hours)).toEqual(at('2026-11-20 09:00'));
});
