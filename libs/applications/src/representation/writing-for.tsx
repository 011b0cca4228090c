import { type OpenMandate, representedName } from '#lib/identity';
import type { Language } from '#lib/platform';
import { InsetText } from '#lib/web';
import { capacityWords } from './capacity-words.js';
import { texts } from './texts.js';

/** Says on each page of a draft for whom it is, so that nobody takes it for their own. Nothing where it is. */
export function WritingFor({ mandate, language }: { mandate: OpenMandate | undefined; language: Language }) {
  if (!mandate) return null;
  const t = texts(language);
  return (
    <InsetText>
      <strong>{t('writing-for', { name: representedName(mandate) })}</strong>
      <br />
      {t('writing-for-text', { capacity: capacityWords(language, mandate.kind) })}
    </InsetText>
  );
}
