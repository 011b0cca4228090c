import * as fc from 'fast-check';
import { type DeadlineRule, explainDue } from '#lib/calendar';
import { type ClockState, dueOf, moveClock, startClock } from './clock.js';

const fiveDays: DeadlineRule = { workingDays: 5, onSupplement: 'suspend' };
/** 10:05 on a Monday in Việt Nam. */
const monday = new Date('2026-11-16T03:05:00Z');

const started = (rule: DeadlineRule): ClockState => startClock(rule, monday);

/** Suspended and, with `effect`, running again. */
function after(rule: DeadlineRule, effect: 'restart' | 'resume', from: string, to: string): ClockState {
  const stopped = moveClock(started(rule), 'suspend', rule, new Date(from));
  return moveClock(stopped, effect, rule, new Date(to));
}

test('what was left of a term in working days runs on from the answer', () => {
  const clock = after(fiveDays, 'resume', '2026-11-18T04:00:00Z', '2026-12-03T02:00:00Z');
  // Tuesday and Wednesday were used; three working days are left after Thursday, 3 December.
  expect(clock).toMatchObject({ clockStartedAt: monday, clockStoppedAt: null });
  expect(clock.dueAt).toEqual(new Date('2026-12-08T10:00:00Z'));
});

test('and says so in words: what was used, when it stood still, what was left', () => {
  const clock = after(fiveDays, 'resume', '2026-11-18T04:00:00Z', '2026-12-03T02:00:00Z');
  const said = explainDue('vi', dueOf(clock, fiveDays)).join('\n');
  expect(said).toContain('thứ Tư 18/11/2026');
  expect(said).toMatch(/tạm dừng.*19\/11\/2026.*0[23]\/12\/2026|19\/11\/2026.*0[23]\/12\/2026.*tạm dừng/i);
  expect(said).toContain('08/12/2026');
});

test('a term in working hours is kept to the minute', () => {
  const rule: DeadlineRule = { workingHours: 8, onSupplement: 'suspend' };
  // 10:05 to 11:30 and 13:00 to 14:00 on Monday are used: 5 hours 35 minutes are left.
  const clock = after(rule, 'resume', '2026-11-16T07:00:00Z', '2026-11-18T00:30:00Z');
  expect(clock.dueAt).toEqual(new Date('2026-11-18T07:35:00Z'));
});

test('a definition that suspends at a supplement keeps the rest, one that restarts counts anew', () => {
  const [from, to] = ['2026-11-18T04:00:00Z', '2026-12-03T02:00:00Z'];
  expect(after(fiveDays, 'restart', from, to)).toEqual(after(fiveDays, 'resume', from, to));
  const anew = after({ ...fiveDays, onSupplement: 'restart' }, 'restart', from, to);
  expect(anew).toMatchObject({ clockStartedAt: new Date(to), suspensions: [] });
  expect(anew.dueAt).toEqual(new Date('2026-12-10T10:00:00Z'));
});

test('a second suspension moves what the first had left', () => {
  const once = after(fiveDays, 'resume', '2026-11-18T04:00:00Z', '2026-11-19T02:00:00Z');
  const twice = moveClock(
    moveClock(once, 'suspend', fiveDays, new Date('2026-11-20T04:00:00Z')),
    'resume',
    fiveDays,
    new Date('2026-12-01T02:00:00Z'),
  );
  expect(twice.suspensions).toHaveLength(2);
  expect(twice.dueAt).toEqual(new Date('2026-12-03T10:00:00Z'));
});

test('a procedure without a deadline has none after a suspension', () => {
  const stopped = { ...started(fiveDays), dueAt: null, clockStoppedAt: monday };
  expect(moveClock(stopped, 'resume', undefined, new Date('2026-11-20T04:00:00Z')).dueAt).toBeNull();
});

test('standing still never brings the deadline nearer, and not standing still does not move it', () => {
  const minutes = fc.integer({ min: 0, max: 40 * 24 * 60 });
  fc.assert(
    fc.property(minutes, minutes, (before, still) => {
      const from = new Date(monday.getTime() + before * 60_000);
      const to = new Date(from.getTime() + still * 60_000);
      const { dueAt } = after(fiveDays, 'resume', from.toISOString(), to.toISOString());
      const was = startClock(fiveDays, monday).dueAt?.getTime() ?? 0;
      expect(dueAt?.getTime()).toBeGreaterThanOrEqual(was);
      if (still === 0) expect(dueAt?.getTime()).toBe(was);
    }),
  );
});
