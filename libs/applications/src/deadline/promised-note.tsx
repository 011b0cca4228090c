import { formatDateTime } from '#lib/calendar';
import type { Language } from '#lib/platform';
import { texts } from './texts.js';

interface PromisedNoteProps {
  promisedAt: Date | null;
  language: Language;
  letterHref?: string | undefined;
}

/** The other date an apology promised, and the letter. */
export function PromisedNote({ promisedAt, language, letterHref }: PromisedNoteProps) {
  const t = texts(language);
  if (!promisedAt) return null;
  return (
    <>
      <p>{t('promised-note', { date: formatDateTime(language, promisedAt) })}</p>
      {letterHref && (
        <p>
          <a href={letterHref}>{t('see-letter')}</a>
        </p>
      )}
    </>
  );
}
