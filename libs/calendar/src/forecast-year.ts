import Holidays from 'date-holidays';
import type { Localised } from '#lib/platform';
import type { CalendarYear } from './holiday-calendar.js';
import { holidayNames as names, madeGood } from './holiday-names.js';
import { dateOfDay, dayNumber, isWeekend, weekday } from './legal-day.js';

/**
 * What a year nobody has announced will most likely be, by rule (Labour Code 2019, arts 111(3) and 112).
 *
 * The Code gives Tết five days and leaves which five to the Prime Minister. Two days before the first of the first
 * month and three from it are taken here: with days made good this is what was announced for 2026, and, from
 * memory, for each year from 2017 on. The same goes for the day beside National Day: the one that joins a weekend.
 * Swaps with a weekend day cannot be foreseen.
 */
export function forecastYear(year: number): CalendarYear {
  const holidays = legalHolidays(year);
  return {
    year,
    basis: 'forecast',
    source: 'Labour Code 2019, arts 111(3) and 112, with lunar dates computed for UTC+7',
    holidays: [...holidays, ...daysMadeGood(holidays)]
      .toSorted((a, b) => a.day - b.day)
      .map(({ day, name, lost }) => ({
        date: dateOfDay(day),
        name,
        ...(lost && { inLieuOf: dateOfDay(lost) }),
      })),
    swaps: [],
    notInForce: [],
  };
}

interface Holiday {
  day: number;
  name: Localised;
  /** The holiday that this day makes good. */
  lost?: number;
}

function legalHolidays(year: number): Holiday[] {
  const on = (monthAndDay: string) => dayNumber(`${year}-${monthAndDay}`);
  const tet = lunarDay(year, firstOfFirstMonth);
  const nationalDay = on('09-02');
  const joinsWeekendAfter = [1, 4, 7].includes(weekday(nationalDay));
  return [
    { day: on('01-01'), name: names.newYear },
    ...[-2, -1, 0, 1, 2].map((offset) => ({ day: tet + offset, name: names.tet })),
    { day: lunarDay(year, tenthOfThirdMonth), name: names.hungKings },
    { day: on('04-30'), name: names.reunification },
    { day: on('05-01'), name: names.labour },
    { day: nationalDay, name: names.national },
    { day: nationalDay + (joinsWeekendAfter ? 1 : -1), name: names.national },
  ];
}

/** For each holiday on a weekend or on another holiday, the next day that is neither. */
function daysMadeGood(holidays: Holiday[]): Holiday[] {
  const taken = new Set<number>();
  const lost = holidays
    .toSorted((a, b) => a.day - b.day)
    .filter(({ day }) => {
      const gone = isWeekend(day) || taken.has(day);
      taken.add(day);
      return gone;
    });
  return lost.map(({ day, name }) => {
    let next = day + 1;
    while (isWeekend(next) || taken.has(next)) next += 1;
    taken.add(next);
    return { day: next, name: madeGood(name), lost: day };
  });
}

const firstOfFirstMonth = 'vietnamese 1-0-1';
const tenthOfThirdMonth = 'vietnamese 3-0-10';

const lunar = new Holidays();
lunar.setHoliday(firstOfFirstMonth, { name: 'Tết', type: 'public' });
lunar.setHoliday(tenthOfThirdMonth, { name: 'Giỗ Tổ', type: 'public' });

/** Computed at the meridian of UTC+7: the Chinese calendar differs now and then, as at Tết 2007 and 2030. */
function lunarDay(year: number, rule: string): number {
  const found = lunar.getHolidays(year).find((holiday) => holiday.rule === rule);
  if (!found) throw new RangeError(`no lunar calendar for the year ${year}`);
  return dayNumber(found.date.slice(0, 10));
}
