import type { Language } from '#lib/platform';
import { dateOfDay, dayNumber, type LegalDate, legalMoment, weekday } from './legal-day.js';
import { texts } from './texts.js';

/** A date as people in Việt Nam write it: `20/11/2026`, and with its weekday `thứ Sáu 20/11/2026`. */
export function formatDate(
  language: Language,
  value: Date | LegalDate,
  { weekday: withWeekday = false }: { weekday?: boolean } = {},
): string {
  const day = typeof value === 'string' ? dayNumber(value) : legalMoment(value).day;
  const [year, month, dayOfMonth] = dateOfDay(day).split('-');
  const date = `${dayOfMonth}/${month}/${year}`;
  if (!withWeekday) return date;
  const t = texts(language);
  return t('weekday-date', { weekday: t(`weekday-${weekday(day)}` as 'weekday-1'), date });
}

/** An instant by the clocks of Việt Nam: `10:05 thứ Sáu 20/11/2026`; without its weekday `10:05 ngày 20/11/2026`. */
export function formatDateTime(
  language: Language,
  instant: Date,
  { weekday: withWeekday = true }: { weekday?: boolean } = {},
): string {
  const t = texts(language);
  const date = formatDate(language, instant, { weekday: withWeekday });
  return t(withWeekday ? 'weekday-date-time' : 'date-time', { time: formatTime(language, instant), date });
}

/** The time of day in Việt Nam: `10:05`. */
export function formatTime(language: Language, instant: Date): string {
  const minutes = Math.floor(legalMoment(instant).msOfDay / 60_000);
  return texts(language)('time', { hour: two(Math.floor(minutes / 60)), minute: two(minutes % 60) });
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
