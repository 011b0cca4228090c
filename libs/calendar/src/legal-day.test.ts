import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { legalTimeZone } from '#lib/platform';
import {
  dateOfDay,
  dayNumber,
  instantAt,
  isWeekend,
  legalMoment,
  monthsLater,
  weekday,
} from './legal-day.js';

const instant = fc.date({ min: new Date('1976-01-01Z'), max: new Date('2199-12-31Z'), noInvalidDate: true });

it('a legal day is the date on the clocks of Việt Nam', () => {
  fc.assert(
    fc.property(instant, (when) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(when.getTime()).toZonedDateTimeISO(legalTimeZone);
      const { day, msOfDay } = legalMoment(when);
      expect(dateOfDay(day)).toBe(zoned.toPlainDate().toString());
      expect(msOfDay).toBe(((zoned.hour * 60 + zoned.minute) * 60 + zoned.second) * 1000 + zoned.millisecond);
      expect(weekday(day)).toBe(zoned.dayOfWeek);
      expect(instantAt(day, msOfDay)).toEqual(when);
    }),
  );
});

it('midnight in Việt Nam is 17:00 UTC of the day before', () => {
  expect(dateOfDay(legalMoment(new Date('2026-11-19T16:59:59.999Z')).day)).toBe('2026-11-19');
  expect(dateOfDay(legalMoment(new Date('2026-11-19T17:00:00Z')).day)).toBe('2026-11-20');
});

it('a date before 1970 still has its weekday', () => {
  expect(weekday(dayNumber('1945-09-02'))).toBe(7);
  expect(isWeekend(dayNumber('1969-12-31'))).toBe(false);
});

it('a month without the day ends on its last one', () => {
  expect(dateOfDay(monthsLater(dayNumber('2026-01-31'), 1))).toBe('2026-02-28');
  expect(dateOfDay(monthsLater(dayNumber('2028-02-29'), 48))).toBe('2032-02-29');
});

it.each(['2026-02-30x', '20/11/2026', '2026-13-01', ''])('%j is not a date', (written) => {
  expect(() => dayNumber(written)).toThrow(RangeError);
});

it('an invalid Date is a fault, not a deadline', () => {
  expect(() => legalMoment(new Date('nonsense'))).toThrow('invalid Date');
});
