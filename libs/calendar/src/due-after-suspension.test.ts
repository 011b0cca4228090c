import * as fc from 'fast-check';
import { type DeadlineRule, dueAfterSuspension, dueFrom, vietnamCalendar } from './index.js';

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`);
const fiveDays: DeadlineRule = { workingDays: 5, onSupplement: 'suspend' };
const monday = at('2026-11-02 09:00');

const suspended = (rule: DeadlineRule, start: Date, from: string, to: string) =>
  dueAfterSuspension(rule, dueFrom(rule, start, vietnamCalendar), at(from), at(to), vietnamCalendar);

it('keeps the days that were left', () => {
  // Due Monday 9/11. Tuesday and Wednesday are used; Thursday, Friday and Monday are left.
  const due = suspended(fiveDays, monday, '2026-11-04 10:00', '2026-11-17 10:00');
  expect(due.at).toEqual(at('2026-11-20 17:00'));
  expect(due.counted.map(({ date, reason }) => `${date.slice(8)} ${reason}`)).toEqual([
    '02 first-day',
    '03 working-day',
    '04 working-day',
    ...['05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16'].map(
      (day) => `${day} suspended`,
    ),
    '17 first-day',
    '18 working-day',
    '19 working-day',
    '20 working-day',
  ]);
});

it('can stand still twice', () => {
  const once = suspended(fiveDays, monday, '2026-11-04 10:00', '2026-11-17 10:00');
  const twice = dueAfterSuspension(
    fiveDays,
    once,
    at('2026-11-18 10:00'),
    at('2026-11-23 10:00'),
    vietnamCalendar,
  );
  expect(twice.at).toEqual(at('2026-11-25 17:00'));
});

it('asked on the last day, is due on the day the answer comes', () => {
  const due = suspended(fiveDays, monday, '2026-11-09 10:00', '2026-11-12 10:00');
  expect(due.at).toEqual(at('2026-11-12 17:00'));
  expect(due.counted.at(-1)).toEqual({ date: '2026-11-12', counts: false, reason: 'resumed' });
});

it('answered after closing with nothing left, is due the next working day', () => {
  const due = suspended(fiveDays, monday, '2026-11-09 10:00', '2026-11-13 18:00');
  expect(due.at).toEqual(at('2026-11-16 17:00'));
});

it('answered after 15:00 where late filing passes on, runs from the next working day', () => {
  const rule: DeadlineRule = { ...fiveDays, filedAfter15h: 'next-working-day' };
  const due = suspended(rule, monday, '2026-11-04 10:00', '2026-11-13 15:00');
  expect(due.at).toEqual(at('2026-11-19 17:00'));
});

it('keeps hours to the minute', () => {
  // 16 hours from Monday 09:00: 6.5 are gone by Monday 17:00, one more by Tuesday 08:30; 8.5 are left.
  const rule: DeadlineRule = { workingHours: 16, onSupplement: 'suspend' };
  const due = suspended(rule, monday, '2026-11-03 08:30', '2026-11-05 14:15');
  expect(due.at).toEqual(at('2026-11-06 14:45'));
  expect(due.counted.map(({ workingHours }) => workingHours ?? 0)).toEqual([6.5, 1, 0, 2.75, 5.75]);
});

it('leaves months over as calendar days', () => {
  // Due Wednesday 2/12, 30 days; ten used by 12/11, 20 left.
  const due = suspended(
    { months: 1, onSupplement: 'suspend' },
    monday,
    '2026-11-12 10:00',
    '2026-11-20 10:00',
  );
  expect(due.at).toEqual(at('2026-12-10 17:00'));
});

it('a deadline already missed stays missed', () => {
  const due = dueFrom(fiveDays, monday, vietnamCalendar);
  expect(
    dueAfterSuspension(fiveDays, due, at('2026-11-10 10:00'), at('2026-11-20 10:00'), vietnamCalendar),
  ).toBe(due);
});

it('cannot resume before it was suspended, nor stop before it ran', () => {
  expect(() => suspended(fiveDays, monday, '2026-11-04 10:00', '2026-11-04 09:59')).toThrow(RangeError);
  expect(() => suspended(fiveDays, monday, '2026-11-01 10:00', '2026-11-04 09:59')).toThrow(RangeError);
});

describe('whatever the term', () => {
  const rule = fc
    .record({
      unit: fc.constantFrom('workingDays', 'calendarDays', 'workingHours'),
      length: fc.integer({ min: 1, max: 30 }),
    })
    .map(({ unit, length }) => ({ [unit]: length, onSupplement: 'suspend' }) as unknown as DeadlineRule);
  const start = fc.date({ min: monday, max: at('2027-06-30 00:00'), noInvalidDate: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const pauseMs = fc.integer({ min: 0, max: 30 * 86_400_000 });

  it('standing still never brings the deadline nearer, and uses the whole term and no more', () => {
    fc.assert(
      fc.property(rule, start, share, pauseMs, (term, startedAt, when, pause) => {
        const due = dueFrom(term, startedAt, vietnamCalendar);
        const from = new Date(
          startedAt.getTime() + Math.floor((due.at.getTime() - startedAt.getTime()) * when),
        );
        const to = new Date(from.getTime() + pause);
        const later = dueAfterSuspension(term, due, from, to, vietnamCalendar);
        expect(later.at.getTime()).toBeGreaterThanOrEqual(due.at.getTime());
        expect(vietnamCalendar.dayOff(later.counted.at(-1)?.date ?? '')).toBeUndefined();
        const used = (of: typeof due) =>
          of.counted.reduce((total, day) => total + (day.workingHours ?? (day.counts ? 1 : 0)), 0);
        expect(used(later)).toBeCloseTo(used(due), 6);
      }),
      { numRuns: 500 },
    );
  });

  it('standing still twice without a moment between is standing still once', () => {
    fc.assert(
      fc.property(rule, start, share, pauseMs, pauseMs, (term, startedAt, when, first, second) => {
        const due = dueFrom(term, startedAt, vietnamCalendar);
        const from = new Date(
          startedAt.getTime() + Math.floor((due.at.getTime() - startedAt.getTime()) * when),
        );
        const between = new Date(from.getTime() + first);
        const to = new Date(between.getTime() + second);
        const once = dueAfterSuspension(term, due, from, to, vietnamCalendar);
        const half = dueAfterSuspension(term, due, from, between, vietnamCalendar);
        const twice = dueAfterSuspension(term, half, between, to, vietnamCalendar);
        expect(Math.abs(twice.at.getTime() - once.at.getTime())).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('suspending and resuming at once changes nothing', () => {
    fc.assert(
      fc.property(rule, start, share, (term, startedAt, when) => {
        const due = dueFrom(term, startedAt, vietnamCalendar);
        const from = new Date(
          startedAt.getTime() + Math.floor((due.at.getTime() - startedAt.getTime()) * when),
        );
        const same = dueAfterSuspension(term, due, from, from, vietnamCalendar);
        expect(Math.abs(same.at.getTime() - due.at.getTime())).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});
