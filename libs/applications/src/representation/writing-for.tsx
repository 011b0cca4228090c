import { type OpenMandate, representedName } from '#lib/identity';
import type { Language } from '#lib/platform';
import { InsetText } from '#lib/web';
import type { Draft } from '../draft/draft.entity.js';
import { capacityWords } from './capacity-words.js';
import { isPrepared } from './handover.js';
import { texts } from './texts.js';

interface WritingForProps {
  draft: Draft;
  mandate: OpenMandate | undefined;
  language: Language;
}

/** Says on each page of a draft for whom it is, so that nobody takes it for their own; to whom it was given, who helped. */
export function WritingFor({ draft, mandate, language }: WritingForProps) {
  if (!mandate) return null;
  const t = texts(language);
  const capacity = capacityWords(language, mandate.kind);
  if (draft.personId !== draft.representedBy)
    return (
      <InsetText>
        <strong>{t('prepared-for-you')}</strong>
        <br />
        {t('prepared-for-you-text')}
      </InsetText>
    );
  return (
    <InsetText>
      <strong>{t('writing-for', { name: representedName(mandate) })}</strong>
      <br />
      {isPrepared(draft, mandate) ? t('preparing-text', { capacity }) : t('writing-for-text', { capacity })}
    </InsetText>
  );
}
