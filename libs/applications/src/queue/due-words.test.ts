import { dueWords, isLate, isSoonLate } from './due-words.js';

const now = new Date('2026-11-20T03:05:00Z'); // 10:05 on Friday
const running = { clockStoppedAt: null, waitsFor: 'officer' as const };
const dueIn = (ms: number) => ({ ...running, dueAt: new Date(now.getTime() + ms) });
const minute = 60_000;
const hour = 60 * minute;

test('what is late says by how much, in the greatest unit that is full', () => {
  expect(dueWords('vi', dueIn(-30_000), now)).toBe('quá hạn 1 phút');
  expect(dueWords('vi', dueIn(-59 * minute), now)).toBe('quá hạn 59 phút');
  expect(dueWords('vi', dueIn(-3 * hour), now)).toBe('quá hạn 3 giờ');
  expect(dueWords('vi', dueIn(-49 * hour), now)).toBe('quá hạn 2 ngày');
  expect(dueWords('en', dueIn(-hour), now)).toBe('1 hour overdue');
  expect(dueWords('fr', dueIn(-49 * hour), now)).toBe('2 jours de retard');
});

test('what is due today says at what time, what is due later on which day', () => {
  expect(dueWords('vi', { ...running, dueAt: new Date('2026-11-20T10:00:00Z') }, now)).toBe('hôm nay 17:00');
  expect(dueWords('vi', { ...running, dueAt: new Date('2026-11-24T10:00:00Z') }, now)).toBe('thứ Ba 24/11');
  expect(dueWords('vi', { ...running, dueAt: new Date('2027-01-05T10:00:00Z') }, now)).toBe(
    'thứ Ba 05/01/2027',
  );
});

test('today is the legal day in Việt Nam, not the day in Greenwich', () => {
  const lateEvening = new Date('2026-11-19T18:00:00Z'); // 01:00 on Friday in Việt Nam
  expect(dueWords('vi', { ...running, dueAt: new Date('2026-11-20T10:00:00Z') }, lateEvening)).toBe(
    'hôm nay 17:00',
  );
});

test('a clock that stands still is never late', () => {
  const stopped = {
    ...dueIn(-hour),
    clockStoppedAt: new Date('2026-11-19T03:00:00Z'),
    waitsFor: 'citizen' as const,
  };
  expect(isLate(stopped, now)).toBe(false);
  expect(dueWords('vi', stopped, now)).toBe('tạm dừng từ thứ Năm 19/11');
  expect(dueWords('vi', { ...stopped, waitsFor: 'nobody' }, now)).toBe('xong thứ Năm 19/11');
});

test('a procedure without a deadline says so', () => {
  expect(dueWords('vi', { ...running, dueAt: null }, now)).toBe('không có hạn');
});

test('the very instant of the deadline is still in time', () => {
  expect(isLate(dueIn(0), now)).toBe(false);
  expect(isLate(dueIn(-1), now)).toBe(true);
});

test('what is due today or on the next working day is soon late', () => {
  const due = (instant: string) => isSoonLate({ ...running, dueAt: new Date(instant) }, now);
  expect(['2026-11-20T10:00:00Z', '2026-11-23T10:00:00Z', '2026-11-24T10:00:00Z'].map(due)).toEqual([
    true,
    true,
    false,
  ]);
  expect(due('2026-11-20T03:00:00Z')).toBe(false);
  expect(isSoonLate({ ...running, dueAt: now, clockStoppedAt: now }, now)).toBe(false);
});
