import type { Language } from '#lib/platform';
import { texts } from './texts.js';

/** Leads from the queue to what other agencies ask, where they ask anything. */
export function ConsultationsLink({ count, language }: { count: number; language: Language }) {
  if (count === 0) return null;
  return (
    <p>
      <a href="/consultations">{texts(language)('link', { count })}</a>
    </p>
  );
}
