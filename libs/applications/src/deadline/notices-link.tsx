import type { Language } from '#lib/platform';
import { texts } from './texts.js';

/** Leads from the queue to the deadline notices, where there are any. */
export function NoticesLink({ count, language }: { count: number; language: Language }) {
  if (count === 0) return null;
  return (
    <p>
      <a href="/notices">{texts(language)('notices-link', { count })}</a>
    </p>
  );
}
