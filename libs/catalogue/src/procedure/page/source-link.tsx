import type { Language } from '#lib/platform';
import { texts } from './texts.js';

/** The page of the national portal that everything was read from. */
export function SourceLink({ language, source }: { language: Language; source: string | undefined }) {
  if (!source) return null;
  return (
    <p>
      <a href={source} rel="noreferrer">
        {texts(language)('source')}
      </a>
    </p>
  );
}
