import { languages } from '#lib/platform';
import { formatDate, formatDateTime, formatTime } from './index.js';

const friday = new Date('2026-11-20T03:05:00Z');

it.each([
  ['vi', 'thứ Sáu 20/11/2026', '10:05 thứ Sáu 20/11/2026', '10:05 ngày 20/11/2026', '10:05'],
  ['en', 'Friday 20/11/2026', '10:05 on Friday 20/11/2026', '10:05 on 20/11/2026', '10:05'],
  ['fr', 'vendredi 20/11/2026', 'vendredi 20/11/2026 à 10 h 05', '20/11/2026 à 10 h 05', '10 h 05'],
] as const)('in %s', (language, date, dateTime, dateTimeWithoutWeekday, time) => {
  expect(formatDate(language, friday)).toBe('20/11/2026');
  expect(formatDate(language, friday, { weekday: true })).toBe(date);
  expect(formatDate(language, '2026-11-20', { weekday: true })).toBe(date);
  expect(formatDateTime(language, friday)).toBe(dateTime);
  expect(formatDateTime(language, friday, { weekday: false })).toBe(dateTimeWithoutWeekday);
  expect(formatTime(language, friday)).toBe(time);
});

it('every weekday has its name in every language', () => {
  const week = ['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-11-${day}`);
  for (const language of languages) {
    const names = week.map((date) => formatDate(language, date, { weekday: true }).slice(0, -11));
    expect(new Set(names).size).toBe(7);
  }
  expect(formatDate('vi', '2026-11-22', { weekday: true })).toBe('Chủ nhật 22/11/2026');
  expect(formatDate('en', '2026-11-16', { weekday: true })).toBe('Monday 16/11/2026');
});

it('stands on the clocks of Việt Nam, not on those of the server', () => {
  expect(formatDateTime('vi', new Date('2026-11-19T17:00:00Z'))).toBe('00:00 thứ Sáu 20/11/2026');
});
