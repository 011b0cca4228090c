import { type OpenMandate, representedName } from '#lib/identity';
import type { Language } from '#lib/platform';
import { InsetText, NotificationBanner } from '#lib/web';
import type { Draft } from '../draft/draft.entity.js';
import { capacityWords } from './capacity-words.js';
import { isPrepared } from './handover.js';
import { texts } from './texts.js';

interface WritingForProps {
  draft: Draft;
  mandate: OpenMandate | undefined;
  /** See `OpenDraft`. */
  isOver: boolean;
  language: Language;
}

/** Says on each page of a draft for whom it is, so that nobody takes it for their own; to whom it was given, who helped. */
export function WritingFor({ draft, mandate, isOver, language }: WritingForProps) {
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
  const name = representedName(mandate);
  if (isOver)
    return (
      <NotificationBanner title={t('no-longer-for', { name })}>
        <p class="govuk-body">{t('no-longer-for-text')}</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/account/acting">
            {t('no-longer-for-acting')}
          </a>
          {' · '}
          <a class="govuk-link" href={`/drafts/${draft.id}/removal`}>
            {t('no-longer-for-removal')}
          </a>
        </p>
      </NotificationBanner>
    );
  return (
    <InsetText>
      <strong>{t('writing-for', { name })}</strong>
      <br />
      {isPrepared(draft, mandate) ? t('preparing-text', { capacity }) : t('writing-for-text', { capacity })}
    </InsetText>
  );
}
