import type { Localised } from '#lib/platform';
import { dateOfDay, dayNumber, isWeekend, type LegalDate } from './legal-day.js';

/** Why nobody works on a date. A holiday has a name. */
export interface DayOff {
  reason: 'weekend' | 'holiday';
  name?: Localised;
}

export interface HolidayCalendar {
  /** The day off on `date`, or undefined on a day worked. */
  dayOff(date: LegalDate): DayOff | undefined;
  /** For a weekend day that is worked: the day taken off in its place. */
  workedInPlaceOf?(date: LegalDate): LegalDate | undefined;
  /** Whether a Saturday is worked only because the term counts the agency's hours on it. */
  openSaturday?(date: LegalDate): boolean;
  /** Whether the days off of a year have been announced or are computed beforehand. */
  basis?(year: number): 'announced' | 'forecast';
}

/**
 * The holidays of one year, as announced or as forecast. It holds from 1 January to 31 December of that year, also for
 * deadlines that were set before it was announced: those are counted again.
 */
export interface CalendarYear {
  year: number;
  basis: 'announced' | 'forecast';
  /** Who said so, where and when. */
  source: string;
  /** Holidays, the weekend days among them included; `inLieuOf` is the lost holiday that a day off makes good. */
  holidays: { date: LegalDate; name: Localised; inLieuOf?: LegalDate }[];
  /** Working days exchanged for a weekend day, by order of the Government. */
  swaps: Swap[];
  /** Announced or proposed, and not a day off until its source is found. Kept so that it is not forgotten. */
  notInForce: { date: LegalDate; name: Localised; why: string }[];
}

/** A working day taken off and the weekend day worked for it. `assumed` marks what no published source was found for. */
export interface Swap {
  off: LegalDate;
  worked: LegalDate;
  name: Localised;
  announcedOn?: LegalDate;
  source: string;
  assumed?: true;
}

/** A calendar over years; `forecast` computes those nobody has announced. Each year's table is made once. */
export function holidayCalendar(
  announced: readonly CalendarYear[],
  forecast: (year: number) => CalendarYear,
): HolidayCalendar & { year(year: number): CalendarYear } {
  const tables = new Map<number, YearTable>();
  const tableOf = (year: number) => {
    const known = tables.get(year);
    if (known) return known;
    const made = yearTable(announced.find((one) => one.year === year) ?? forecast(year));
    tables.set(year, made);
    return made;
  };
  const at = (date: LegalDate) => tableOf(Number(date.slice(0, 4)));
  return {
    dayOff: (date) => at(date).off.get(date),
    workedInPlaceOf: (date) => at(date).worked.get(date),
    basis: (year) => tableOf(year).of.basis,
    year: (year) => tableOf(year).of,
  };
}

const weekend: DayOff = { reason: 'weekend' };

interface YearTable {
  of: CalendarYear;
  off: Map<LegalDate, DayOff>;
  worked: Map<LegalDate, LegalDate>;
}

function yearTable(year: CalendarYear): YearTable {
  const off = new Map<LegalDate, DayOff>();
  for (let day = dayNumber(`${year.year}-01-01`); day <= dayNumber(`${year.year}-12-31`); day += 1) {
    if (isWeekend(day)) off.set(dateOfDay(day), weekend);
  }
  const worked = new Map(year.swaps.map((swap) => [swap.worked, swap.off]));
  for (const date of worked.keys()) off.delete(date);
  for (const { date, name } of year.holidays) off.set(date, { reason: 'holiday', name });
  for (const swap of year.swaps) off.set(swap.off, { reason: 'holiday', name: swap.name });
  return { of: year, off, worked };
}
