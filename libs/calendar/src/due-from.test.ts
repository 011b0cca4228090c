import * as fc from 'fast-check';
import {
  type DeadlineRule,
  dueFrom,
  formatDate,
  type HolidayCalendar,
  holidayCalendar,
  vietnamCalendar,
} from './index.js';
import { forecastYear } from './forecast-year.js';
import { dateOfDay, dayNumber, legalMoment } from './legal-day.js';

const from = new Date('2026-01-01T00:00:00+07:00');
const instant = fc.date({ min: from, max: new Date('2029-12-31T23:59:00+07:00'), noInvalidDate: true });
const anyRule = fc.record(
  {
    unit: fc.constantFrom('workingDays', 'calendarDays', 'workingHours', 'months'),
    length: fc.integer({ min: 1, max: 25 }),
    late: fc.boolean(),
  },
  { noNullPrototype: true },
);
type AnyRule = typeof anyRule extends fc.Arbitrary<infer T> ? T : never;
const ruleOf = ({ unit, length, late }: AnyRule) =>
  ({
    [unit]: length,
    onSupplement: 'suspend',
    ...(late && { filedAfter15h: 'next-working-day' }),
  }) as unknown as DeadlineRule;
const legal = (when: Date) => dateOfDay(legalMoment(when).day);

/** The real calendar with more days off. */
const closedOn = (dates: string[]): HolidayCalendar => ({
  dayOff: (date) => (dates.includes(date) ? { reason: 'holiday' } : vietnamCalendar.dayOff(date)),
});

it('a later start is never due earlier', () => {
  fc.assert(
    fc.property(anyRule, instant, fc.integer({ min: 0, max: 9 * 86_400_000 }), (rule, start, laterMs) => {
      const later = new Date(start.getTime() + laterMs);
      const due = (when: Date) => dueFrom(ruleOf(rule), when, vietnamCalendar).at.getTime();
      expect(due(later)).toBeGreaterThanOrEqual(due(start));
    }),
    { numRuns: 400 },
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

it('is never due on a day off, nor outside office hours', () => {
  fc.assert(
    fc.property(anyRule, instant, (rule, start) => {
      const { at } = dueFrom(ruleOf(rule), start, vietnamCalendar);
      expect(vietnamCalendar.dayOff(legal(at))).toBeUndefined();
      const hour = legalMoment(at).msOfDay / 3_600_000;
      expect(hour > 7.5 && hour <= 17 && !(hour > 11.5 && hour <= 13)).toBe(true);
    }),
  );
});

it('holidays outside the interval change nothing', () => {
  fc.assert(
    fc.property(anyRule, instant, fc.array(fc.integer({ min: 1, max: 400 })), (rule, start, distances) => {
      const due = dueFrom(ruleOf(rule), start, vietnamCalendar);
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
  const saturdayMorning = holidayCalendar([], (year) => forecastYear(year));
  const due = dueFrom({ workingDays: 1, onSupplement: 'restart' }, from, saturdayMorning, [
    { fromMs: 8 * 3_600_000, toMs: 16.5 * 3_600_000 },
  ]);
  expect(due.at).toEqual(new Date('2026-01-02T16:30:00+07:00'));
});
