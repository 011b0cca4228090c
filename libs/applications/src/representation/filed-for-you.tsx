import type { Language } from '#lib/platform';
import { InsetText } from '#lib/web';
import { texts } from './texts.js';

/** Tells whoever is represented who filed this for them, and where they can end it. */
export function FiledForYou({ by, language }: { by: string; language: Language }) {
  const t = texts(language);
  return (
    <InsetText>
      <strong>{t('reading', { name: by })}</strong>
      <br />
      {t('reading-text')} <a href="/account/acting">{t('manage')}</a>
    </InsetText>
  );
}
