import { formatDate, formatTime, vietnamCalendar, workingDayBefore } from '#lib/calendar';
import { endOfLegalDay, type Language, legalDate } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import { texts } from './texts.js';

/** What the legal clock of an application says, as far as a queue tells it. */
export type Clocked = Pick<Application, 'dueAt' | 'clockStoppedAt' | 'waitsFor'>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Whether the agency has done its part: decided, at most still to be delivered. */
export function isOver(waitsFor: Clocked['waitsFor']): boolean {
  return waitsFor === 'nobody' || waitsFor === 'system';
}

/** Whether the deadline has passed while the clock was running. */
export function isLate({ dueAt, clockStoppedAt, waitsFor }: Clocked, now: Date): boolean {
  return dueAt !== null && clockStoppedAt === null && waitsFor !== 'nobody' && dueAt < now;
}

/** Whether the deadline is today or on the next working day, and not yet past. */
export function isSoonLate(application: Clocked, now: Date): boolean {
  const { dueAt, clockStoppedAt, waitsFor } = application;
  if (!dueAt || clockStoppedAt || isOver(waitsFor) || dueAt < now) return false;
  return workingDayBefore(dueAt, 1, vietnamCalendar) <= endOfLegalDay(now);
}

/** A deadline as short as a glance needs it: "quá hạn 3 giờ", "hôm nay 17:00", "thứ Ba 24/11". */
export function dueWords(language: Language, application: Clocked, now: Date): string {
  const { dueAt, clockStoppedAt, waitsFor } = application;
  const t = texts(language);
  if (clockStoppedAt) {
    const day = shortDay(language, clockStoppedAt, now);
    return isOver(waitsFor) ? t('due-done', { day }) : t('due-stopped', { day });
  }
  if (!dueAt) return t('due-none');
  if (isLate(application, now)) return overdueWords(language, now.getTime() - dueAt.getTime());
  const time = formatTime(language, dueAt);
  if (legalDate(dueAt) === legalDate(now)) return t('due-today', { time });
  return t('due-later', { day: shortDay(language, dueAt, now) });
}

function overdueWords(language: Language, elapsedMs: number): string {
  const t = texts(language);
  if (elapsedMs < hourMs)
    return t('overdue-minutes', { count: Math.max(1, Math.floor(elapsedMs / minuteMs)) });
  if (elapsedMs < dayMs) return t('overdue-hours', { count: Math.floor(elapsedMs / hourMs) });
  return t('overdue-days', { count: Math.floor(elapsedMs / dayMs) });
}

/** With its weekday, and the year only where it is another one: "thứ Ba 24/11". */
function shortDay(language: Language, instant: Date, now: Date): string {
  const day = formatDate(language, instant, { weekday: true });
  const year = legalDate(now).slice(0, 4);
  return day.endsWith(`/${year}`) ? day.slice(0, -5) : day;
}
