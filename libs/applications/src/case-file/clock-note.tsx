import { type DeadlineRule, explainDue, formatDateTime, type OfficeHours } from '#lib/calendar';
import type { Language } from '#lib/platform';
import { DueBox } from '#lib/web';
import { dueOf } from '../act/clock.js';
import type { Application } from '../application/application.entity.js';
import { PromisedNote } from '../deadline/promised-note.js';
import { isLate, isOver } from '../queue/due-words.js';
import { texts } from './texts.js';

interface ClockNoteProps {
  application: Application;
  rule: DeadlineRule | undefined;
  /** Of the agency. */
  hours: OfficeHours;
  now: Date;
  language: Language;
}

/** The legal clock as the agency has to keep it, with the count day by day. */
export function ClockNote({ application, rule, hours, now, language }: ClockNoteProps) {
  const { dueAt, clockStoppedAt, waitsFor } = application;
  const t = texts(language);
  if (!rule || !dueAt) return <DueBox term={t('clock')} title={t('clock-none')} />;
  if (clockStoppedAt) {
    const stopped = formatDateTime(language, clockStoppedAt);
    if (isOver(waitsFor))
      return (
        <DueBox
          term={t('clock')}
          state="done"
          title={t(clockStoppedAt > dueAt ? 'clock-done-late' : 'clock-done')}
        >
          {t('clock-ended', { stopped, due: formatDateTime(language, dueAt) })}
        </DueBox>
      );
    return (
      <DueBox term={t('clock')} state="stopped" title={t('clock-stopped')}>
        {t(rule.onSupplement === 'restart' ? 'clock-will-restart' : 'clock-will-resume', { stopped })}
      </DueBox>
    );
  }
  return (
    <DueBox
      term={t('clock')}
      title={formatDateTime(language, dueAt)}
      state={isLate(application, now) ? 'late' : 'running'}
      explained={{
        summary: t('clock-how'),
        lines: explainDue(language, dueOf(application, rule, hours)),
      }}
    >
      {isLate(application, now) ? t('clock-late') : null}
      <PromisedNote
        promisedAt={application.promisedAt}
        language={language}
        letterHref={`/applications/${application.id}/apology`}
      />
    </DueBox>
  );
}
