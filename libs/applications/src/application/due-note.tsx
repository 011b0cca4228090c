import { type DeadlineRule, explainDue, formatDateTime, type OfficeHours } from '#lib/calendar';
import { defineTexts, type Language } from '#lib/platform';
import { DueBox } from '#lib/web';
import { dueOf } from '../act/clock.js';
import { PromisedNote } from '../deadline/promised-note.js';
import type { Application } from './application.entity.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

interface DueNoteProps {
  application: Application;
  rule: DeadlineRule | undefined;
  /** Of the agency. */
  hours: OfficeHours;
  now: Date;
  language: Language;
  /** Where the letter of apology is, for whom it was written. */
  letterHref?: string;
}

/** National status 6: the applicant is to pay. */
const toPay = 6;

/** The legal clock of an application in words, with the count day by day. */
export function DueNote({ application, rule, hours, now, language, letterHref }: DueNoteProps) {
  const { dueAt, clockStoppedAt, waitsFor } = application;
  const t = texts(language);
  if (waitsFor === 'nobody') return null;
  if (!rule || !dueAt) return <DueBox term={t('due')} title={t('due-unknown')} />;
  if (clockStoppedAt) {
    const asked = rule.onSupplement === 'restart' ? 'stopped-restart' : 'stopped-suspend';
    const key = application.status === toPay ? 'stopped-to-pay' : asked;
    return (
      <DueBox state="stopped" title={t('stopped')}>
        {waitsFor === 'citizen' ? t(key) : null}
      </DueBox>
    );
  }
  const explained = {
    summary: t('due-how'),
    lines: explainDue(language, dueOf(application, rule, hours)),
  };
  const { promisedAt } = application;
  const late = now > dueAt;
  return (
    <DueBox
      term={t('due')}
      title={formatDateTime(language, dueAt)}
      state={late ? 'late' : 'running'}
      explained={explained}
    >
      {late && !promisedAt ? t('late') : null}
      <PromisedNote promisedAt={promisedAt} language={language} letterHref={letterHref} />
    </DueBox>
  );
}
