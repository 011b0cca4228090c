import { getSolarDate } from '@dqcai/vn-lunar';
import { year2026 } from './announced/year-2026.js';
import { forecastYear } from './forecast-year.js';
import { holidayCalendar } from './holiday-calendar.js';
import { dateOfDay, dayNumber, isWeekend } from './legal-day.js';
import { vietnamCalendar } from './vietnam-calendar.js';

const daysOf = (year: number) => {
  const [first, last] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};
const weekdays = (dates: string[]) => dates.filter((date) => !isWeekend(dayNumber(date)));
const solar = (day: number, month: number, year: number) => {
  const found = getSolarDate(day, month, year);
  return dateOfDay(Date.UTC(found.year, found.month - 1, found.day) / 86_400_000);
};
const weekdaysOff = (year: number) =>
  daysOf(year)
    .filter((day) => !isWeekend(day) && vietnamCalendar.dayOff(dateOfDay(day)))
    .map(dateOfDay);

describe('2026, as announced', () => {
  it('takes these weekdays off', () => {
    expect(weekdaysOff(2026)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
    ]);
  });

  it('works two Saturdays in exchange, and no other weekend day', () => {
    const worked = daysOf(2026).filter((day) => isWeekend(day) && !vietnamCalendar.dayOff(dateOfDay(day)));
    expect(worked.map(dateOfDay)).toEqual(['2026-01-10', '2026-08-22']);
    expect(vietnamCalendar.workedInPlaceOf?.('2026-01-10')).toBe('2026-01-02');
  });

  it('names a holiday, also one on a Sunday', () => {
    expect(vietnamCalendar.dayOff('2026-04-26')).toMatchObject({
      reason: 'holiday',
      name: { en: 'Hùng Kings’ Commemoration Day' },
    });
    expect(vietnamCalendar.dayOff('2026-04-25')).toEqual({ reason: 'weekend' });
  });

  it('works on Culture Day, 24 November, and remembers why', () => {
    expect(vietnamCalendar.dayOff('2026-11-24')).toBeUndefined();
    expect(vietnamCalendar.year(2026).notInForce.map(({ date }) => date)).toEqual(['2026-11-24']);
  });

  it('says which of its swaps is assumed', () => {
    const assumed = vietnamCalendar.year(2026).swaps.filter((swap) => swap.assumed);
    expect(assumed.map(({ worked }) => worked)).toEqual(['2026-08-22']);
  });

  it('is what the forecast would have said, but for the swaps', () => {
    expect(weekdays(forecastYear(2026).holidays.map(({ date }) => date))).toEqual(
      weekdays(year2026.holidays.map(({ date }) => date)),
    );
  });
});

describe('years nobody has announced', () => {
  it('say that they are a forecast', () => {
    expect(vietnamCalendar.basis?.(2026)).toBe('announced');
    expect(vietnamCalendar.basis?.(2027)).toBe('forecast');
  });

  it('2027: Tết from Thursday 4/2, its weekend made good', () => {
    expect(weekdaysOff(2027)).toEqual([
      '2027-01-01',
      '2027-02-04',
      '2027-02-05',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-04-16',
      '2027-04-30',
      '2027-05-03',
      '2027-09-02',
      '2027-09-03',
    ]);
    expect(vietnamCalendar.dayOff('2027-05-03')?.name?.en).toMatch(/^day off in lieu of .*Labour Day/);
  });

  it.each([
    [2022, ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04']],
    [2023, ['2023-01-20', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26']],
    [2024, ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14']],
    [2025, ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31']],
  ])('Tết %i falls on the weekdays that were taken off then (from memory)', (year, days) => {
    expect(weekdaysOff(year).filter((date) => /-0[12]-/.test(date) && !date.endsWith('-01-01'))).toEqual(
      expect.arrayContaining(days),
    );
  });

  it.each([
    [2022, '2022-09-01'],
    [2023, '2023-09-01'],
    [2024, '2024-09-03'],
    [2025, '2025-09-01'],
  ])('National Day %i takes the day that joins a weekend (from memory)', (year, beside) => {
    expect(weekdaysOff(year)).toContain(beside);
  });

  it('two holidays on one day give back the next one', () => {
    const { holidays } = forecastYear(2023);
    expect(holidays.map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2023-04-29', '2023-04-30', '2023-05-01', '2023-05-02', '2023-05-03']),
    );
  });

  it('lose no holiday: every year has eleven weekdays off, and those that were exchanged', () => {
    for (let year = 2021; year < 2050; year += 1) {
      const exchanged = vietnamCalendar.year(year).swaps.length;
      expect([year, weekdaysOff(year).length - exchanged]).toEqual([year, 11]);
    }
  });

  it('work as many weekend days as they take weekdays off in exchange, each with its source', () => {
    for (const year of [2024, 2025, 2026]) {
      for (const { off, worked, source } of vietnamCalendar.year(year).swaps) {
        expect([isWeekend(dayNumber(off)), isWeekend(dayNumber(worked))]).toEqual([false, true]);
        expect([vietnamCalendar.dayOff(off)?.reason, vietnamCalendar.dayOff(worked)]).toEqual([
          'holiday',
          undefined,
        ]);
        expect(source.length).toBeGreaterThan(20);
      }
    }
  });

  it('say which lost holiday a day off makes good', () => {
    const made = forecastYear(2027).holidays.filter(({ inLieuOf }) => inLieuOf);
    expect(made.map(({ date, inLieuOf }) => [inLieuOf, date])).toEqual([
      ['2027-02-06', '2027-02-09'],
      ['2027-02-07', '2027-02-10'],
      ['2027-05-01', '2027-05-03'],
    ]);
  });

  it('agree with a second lunar calendar on Tết and Hùng Kings', () => {
    for (let year = 2021; year < 2050; year += 1) {
      const { holidays } = forecastYear(year);
      const named = (name: string) =>
        holidays.filter((one) => one.name.vi.startsWith(name)).map(({ date }) => date);
      expect(named('Tết Nguyên đán')[2]).toBe(solar(1, 1, year));
      expect(named('Giỗ Tổ')[0]).toBe(solar(10, 3, year));
    }
  });

  it('follow the Vietnamese meridian where the Chinese calendar differs', () => {
    expect(vietnamCalendar.dayOff('2030-02-02')?.name?.en).toMatch('Tết');
    expect(forecastYear(2030).holidays.map(({ date }) => date)).toContain('2030-01-31');
  });
});

it('a year is made once, however many deadlines fall in it', () => {
  const asked: number[] = [];
  const calendar = holidayCalendar([year2026], (year) => {
    asked.push(year);
    return forecastYear(year);
  });
  for (let day = dayNumber('2026-06-01'); day < dayNumber('2027-06-01'); day += 1)
    calendar.dayOff(dateOfDay(day));
  expect(asked).toEqual([2027]);
});
