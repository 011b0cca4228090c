import type { Localised } from '#lib/platform';
import type { DeadlineRule } from './deadline-rule.js';
import type { LegalDate } from './legal-day.js';

export type DayReason =
  /** The day the term is set on (Civil Code 2015, art 147(2)). */
  | 'first-day'
  /** Arrived after the day's hours for receiving: the next working day is taken instead. */
  | 'filed-late'
  | 'working-day'
  | 'weekend'
  | 'holiday'
  /** A weekend day worked in exchange for another, named by `inPlaceOf`. */
  | 'swapped-working-day'
  /** A Saturday on which the agency opens, in a term in hours that counts it. */
  | 'open-saturday'
  | 'calendar-day'
  /** The working day a last day that is off moves to (Civil Code 2015, art 148(5)). */
  | 'moved'
  /** The clock stood still. */
  | 'suspended'
  /** The clock runs again with nothing left of the term, which therefore ends within this day. */
  | 'resumed';

/** One day passed on the way to the deadline, and whether and why it counted. */
export interface CountedDay {
  date: LegalDate;
  counts: boolean;
  reason: DayReason;
  /** The holiday, on a day that is one. */
  name?: Localised;
  /** The day taken off for a weekend day that is worked. */
  inPlaceOf?: LegalDate;
  /** Only in terms of working hours: how many were counted on this day. */
  workingHours?: number;
  /** On a Saturday that does not count: the agency nevertheless opens, to receive and hand out. */
  open?: true;
}

/** A deadline with its reckoning. */
export interface Due {
  /** The last instant at which the agency is in time. */
  at: Date;
  rule: DeadlineRule;
  startedAt: Date;
  /** Every day from the start to the deadline, in order. */
  counted: CountedDay[];
  /** Years among them whose holidays are not announced yet: the deadline may still move. */
  forecastYears: number[];
  /** By how much it was put off, in the unit of the rule, and what it was before. */
  extensions?: { by: number; from: Date }[];
}
