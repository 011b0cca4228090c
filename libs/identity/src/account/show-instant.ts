import { legalTimeZone } from '#lib/platform';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: legalTimeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant as it is written in Việt Nam: `20/11/2026 10:05`. */
export function showInstant(instant: Date): string {
  return parts.format(instant).replace(',', '');
}

/** A date YYYY-MM-DD as `20/11/2026`. */
export function showDay(date: string): string {
  return date.split('-').toReversed().join('/');
}
