import * as fc from 'fast-check';
import {
  type DeadlineRule,
  dueAfterExtension,
  dueFrom,
  formatDate,
  type HolidayCalendar,
  holidayCalendar,
  longestExtension,
  type OfficeHours,
  officeHours,
  usualOfficeHours,
  usualOfficeWeek,
  vietnamCalendar,
} from './index.js';
import { forecastYear } from './forecast-year.js';
import { dateOfDay, dayNumber, legalMoment, weekday } from './legal-day.js';
import { calendarFor } from './open-saturdays.js';

const from = new Date('2026-01-01T00:00:00+07:00');
const instant = fc.date({ min: from, max: new Date('2029-12-31T23:59:00+07:00'), noInvalidDate: true });
const anyRule = fc.record(
  {
    unit: fc.constantFrom('workingDays', 'calendarDays', 'workingHours', 'months'),
    length: fc.integer({ min: 1, max: 25 }),
    late: fc.boolean(),
    saturdays: fc.boolean(),
  },
  { noNullPrototype: true },
);
type AnyRule = typeof anyRule extends fc.Arbitrary<infer T> ? T : never;
const ruleOf = ({
  unit,
  length,
  late,
  saturdays = false,
}: Omit<AnyRule, 'saturdays'> & { saturdays?: boolean }) =>
  ({
    [unit]: length,
    onSupplement: 'suspend',
    ...(late && { filedAfter15h: 'next-working-day' }),
    ...(saturdays && unit === 'workingHours' && { openSaturdays: 'count' }),
  }) as unknown as DeadlineRule;
const anyHours = fc.constantFrom(
  usualOfficeHours,
  officeHours({ ...usualOfficeWeek, saturday: ['07:30-11:30'] }),
  officeHours({ ...usualOfficeWeek, friday: ['08:00-15:00'], saturday: ['08:00-12:00'] }),
);
/** Whether the office works at an instant, told from its week alone. */
const openAt = (when: Date, hours: OfficeHours) => {
  const { day, msOfDay } = legalMoment(when);
  const standsFor = vietnamCalendar.workedInPlaceOf?.(dateOfDay(day));
  const spans = hours[weekday(standsFor ? dayNumber(standsFor) : day) - 1] ?? [];
  return spans.some(({ fromMs, toMs }) => msOfDay > fromMs && msOfDay <= toMs);
};
const legal = (when: Date) => dateOfDay(legalMoment(when).day);

/** The real calendar with more days off. */
const closedOn = (dates: string[]): HolidayCalendar => ({
  dayOff: (date) => (dates.includes(date) ? { reason: 'holiday' } : vietnamCalendar.dayOff(date)),
});

it('a later start is never due earlier', () => {
  fc.assert(
    fc.property(
      anyRule,
      anyHours,
      instant,
      fc.integer({ min: 0, max: 9 * 86_400_000 }),
      (rule, hours, start, laterMs) => {
        const later = new Date(start.getTime() + laterMs);
        const due = (when: Date) => dueFrom(ruleOf(rule), when, vietnamCalendar, hours).at.getTime();
        expect(due(later)).toBeGreaterThanOrEqual(due(start));
      },
    ),
    { numRuns: 600 },
  );
});

it('a longer term is never due earlier', () => {
  fc.assert(
    fc.property(anyRule, instant, fc.nat(20), (rule, start, more) => {
      const due = (length: number) =>
        dueFrom(ruleOf({ ...rule, length }), start, vietnamCalendar).at.getTime();
      expect(due(rule.length + more)).toBeGreaterThanOrEqual(due(rule.length));
    }),
  );
});

it('is never due on a day off, nor outside the hours of the office', () => {
  fc.assert(
    fc.property(anyRule, anyHours, instant, fc.nat(9), (rule, hours, start, by) => {
      const term = ruleOf(rule);
      const due = dueFrom(term, start, vietnamCalendar, hours);
      const worked = calendarFor(term, vietnamCalendar, hours);
      const later = by > 0 ? dueAfterExtension(term, due, by, vietnamCalendar, hours) : due;
      for (const { at } of [due, later]) {
        expect(worked.dayOff(legal(at))).toBeUndefined();
        expect(openAt(at, hours)).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});

it('is only due on an open Saturday where the term counts it', () => {
  fc.assert(
    fc.property(anyRule, anyHours, instant, (rule, hours, start) => {
      const { at } = dueFrom(ruleOf({ ...rule, saturdays: false }), start, vietnamCalendar, hours);
      expect(vietnamCalendar.dayOff(legal(at))).toBeUndefined();
    }),
  );
});

it('put off further is never due earlier, and always later than before', () => {
  fc.assert(
    fc.property(
      anyRule,
      anyHours,
      instant,
      fc.integer({ min: 1, max: 20 }),
      fc.nat(20),
      (rule, hours, start, by, more) => {
        const term = ruleOf(rule);
        const due = dueFrom(term, start, vietnamCalendar, hours);
        const put = (length: number) =>
          dueAfterExtension(term, due, length, vietnamCalendar, hours).at.getTime();
        expect(put(by)).toBeGreaterThan(due.at.getTime());
        expect(put(by + more)).toBeGreaterThanOrEqual(put(by));
      },
    ),
  );
});

it('put off by working time is the longer term itself', () => {
  const unit = fc.constantFrom('workingDays' as const, 'workingHours' as const);
  fc.assert(
    fc.property(
      anyRule,
      unit,
      anyHours,
      instant,
      fc.integer({ min: 1, max: 20 }),
      (rule, kind, hours, start, by) => {
        const term = ruleOf({ ...rule, unit: kind });
        const due = dueFrom(term, start, vietnamCalendar, hours);
        const longer = dueFrom(
          ruleOf({ ...rule, unit: kind, length: rule.length + by }),
          start,
          vietnamCalendar,
          hours,
        );
        expect(dueAfterExtension(term, due, by, vietnamCalendar, hours).at).toEqual(longer.at);
      },
    ),
  );
});

it.each([0, -1, 1.5, Number.NaN])('cannot be put off by %s working days', (by) => {
  const due = dueFrom({ workingDays: 5, onSupplement: 'restart' }, from, vietnamCalendar);
  expect(() => dueAfterExtension(due.rule, due, by, vietnamCalendar)).toThrow(RangeError);
});

it('only a term in hours can count open Saturdays', () => {
  const rule: DeadlineRule = { workingDays: 1, openSaturdays: 'count', onSupplement: 'restart' };
  expect(() => dueFrom(rule, from, vietnamCalendar)).toThrow('only a term in working hours');
});

it.each([
  [{ extension: 'never' }, 0],
  [{ extension: { atMost: 3 } }, 3],
  [{}, 5],
])('may be put off by what %j says', (said, atMost) => {
  expect(longestExtension({ workingDays: 5, onSupplement: 'restart', ...said } as DeadlineRule)).toBe(atMost);
});

it.each([
  [{ ...usualOfficeWeek, friday: [] }, 'need a span on friday'],
  [{ ...usualOfficeWeek, monday: ['13:00-17:00', '07:30-11:30'] }, 'overlap or are out of order'],
  [{ ...usualOfficeWeek, monday: ['17:00-07:30'] }, 'end before they begin'],
  [{ ...usualOfficeWeek, monday: ['7h30-11h30'] }, 'HH:MM'],
])('a week of %j is a fault', (week, why) => {
  expect(() => officeHours(week)).toThrow(why);
});

it('holidays outside the interval change nothing', () => {
  fc.assert(
    fc.property(anyRule, instant, fc.array(fc.integer({ min: 1, max: 400 })), (rule, start, distances) => {
      const due = dueFrom(ruleOf(rule), start, closedOn([]));
      const outside = distances.flatMap((distance) => [
        dateOfDay(legalMoment(start).day - distance),
        dateOfDay(legalMoment(due.at).day + distance),
      ]);
      expect(dueFrom(ruleOf(rule), start, closedOn(outside)).at).toEqual(due.at);
    }),
  );
});

it('a holiday on the last day moves it', () => {
  fc.assert(
    fc.property(anyRule, instant, (rule, start) => {
      const { at } = dueFrom(ruleOf(rule), start, vietnamCalendar);
      const moved = dueFrom(ruleOf(rule), start, closedOn([legal(at)])).at;
      expect(moved.getTime()).toBeGreaterThan(at.getTime());
    }),
  );
});

it('one working day from any instant is after it', () => {
  fc.assert(
    fc.property(instant, fc.boolean(), (start, late) => {
      const due = dueFrom(ruleOf({ unit: 'workingDays', length: 1, late }), start, vietnamCalendar);
      expect(legal(due.at) > legal(start)).toBe(true);
    }),
  );
});

it('counts each day once, without a gap, and exactly as many as the term has', () => {
  fc.assert(
    fc.property(anyRule, instant, (rule, start) => {
      const { at, counted } = dueFrom(ruleOf(rule), start, vietnamCalendar);
      const days = counted.map(({ date }) => dayNumber(date));
      expect(days).toEqual(days.map((_, index) => legalMoment(start).day + index));
      expect(counted.at(-1)?.date).toBe(legal(at));
      const sum = counted.reduce((total, day) => total + (day.workingHours ?? (day.counts ? 1 : 0)), 0);
      if (rule.unit !== 'months') expect(sum).toBeCloseTo(rule.length, 9);
    }),
  );
});

it('says why each day counted or did not', () => {
  const due = dueFrom(
    { calendarDays: 3, filedAfter15h: 'next-working-day', onSupplement: 'restart' },
    new Date('2026-02-11T16:00:00+07:00'),
    vietnamCalendar,
  );
  expect(due.counted.map(({ date, counts, reason }) => [formatDate('en', date), counts, reason])).toEqual([
    ['11/02/2026', false, 'filed-late'],
    ['12/02/2026', false, 'first-day'],
    ['13/02/2026', true, 'calendar-day'],
    ['14/02/2026', true, 'calendar-day'],
    ['15/02/2026', true, 'calendar-day'],
    ...['16', '17', '18', '19', '20'].map((day) => [`${day}/02/2026`, false, 'holiday']),
    ['21/02/2026', false, 'weekend'],
    ['22/02/2026', false, 'weekend'],
    ['23/02/2026', false, 'moved'],
  ]);
});

it('warns where a year is only forecast', () => {
  const rule: DeadlineRule = { workingDays: 5, onSupplement: 'restart' };
  expect(dueFrom(rule, new Date('2026-12-01T03:00:00Z'), vietnamCalendar).forecastYears).toEqual([]);
  expect(dueFrom(rule, new Date('2026-12-29T03:00:00Z'), vietnamCalendar).forecastYears).toEqual([2027]);
});

it.each([
  { workingDays: -1 },
  { calendarDays: 1.5 },
  { workingHours: 0 },
  { months: 0 },
  { workingDays: Number.NaN },
])('a term of %j is a fault', (term) => {
  expect(() => dueFrom({ ...term, onSupplement: 'restart' }, from, vietnamCalendar)).toThrow(RangeError);
});

it('a calendar that is always closed is a fault, not an endless count', () => {
  const closed: HolidayCalendar = { dayOff: () => ({ reason: 'holiday' }) };
  expect(() => dueFrom({ workingDays: 1, onSupplement: 'restart' }, from, closed)).toThrow(
    'no working day within',
  );
});

it('uses the hours of the agency it is given', () => {
  const forecast = holidayCalendar([], (year) => forecastYear(year));
  const day = ['08:00-16:30'];
  const hours = officeHours({ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day });
  const due = dueFrom({ workingDays: 1, onSupplement: 'restart' }, from, forecast, hours);
  expect(due.at).toEqual(new Date('2026-01-02T16:30:00+07:00'));
});
