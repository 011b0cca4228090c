import { type Language, legalDate, legalTimeZone, type Platform } from '#lib/platform';

/** The time of day in Việt Nam, and the date unless it is today: `14:32`, `14:32 ngày 20/11/2026`. */
export function moment(platform: Platform, language: Language, instant: Date): string {
  const [hour, minute] = new Intl.DateTimeFormat('en-GB', {
    timeZone: legalTimeZone,
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(instant)
    .split(':');
  const time = language === 'fr' ? `${hour}\u00A0h\u00A0${minute}` : `${hour}:${minute}`;
  const day = legalDate(instant);
  if (day === legalDate(platform.clock.now())) return time;
  const date = day.split('-').toReversed().join('/');
  return `${time} ${{ vi: 'ngày', en: 'on', fr: 'le' }[language]} ${date}`;
}
