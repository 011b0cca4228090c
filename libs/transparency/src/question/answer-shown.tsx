import { formatDateTime } from '#lib/calendar';
import type { Language } from '#lib/platform';
import { texts } from '../texts.js';
import type { ReadQuestion } from './read-question.js';

/** The answer as the person and the auditor read it. */
export function AnswerShown(props: { language: Language; answered: NonNullable<ReadQuestion['answered']> }) {
  const { language, answered } = props;
  const t = texts(language);
  return (
    <>
      <h2>{t('answer-title')}</h2>
      <p class="written">{answered.text}</p>
      <p class="secondary">{t('answered-at', { time: formatDateTime(language, answered.at) })}</p>
    </>
  );
}
