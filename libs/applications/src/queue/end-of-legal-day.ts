import { legalDate } from '#lib/platform';

const dayMs = 86_400_000;

/** The instant the legal day of `now` is over: midnight in Việt Nam, which has had one time zone since 1975. */
export function endOfLegalDay(now: Date): Date {
  return new Date(Date.parse(`${legalDate(now)}T00:00:00+07:00`) + dayMs);
}
