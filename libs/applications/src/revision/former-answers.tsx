import { type Language, say } from '#lib/platform';
import { SummaryList } from '#lib/web';
import type { FormerAnswer } from '../draft/draft-content.js';
import { texts } from './texts.js';

/** Answers that the form no longer has a place for: kept and shown, and not filed. */
export function FormerAnswers({ former, language }: { former: FormerAnswer[]; language: Language }) {
  const t = texts(language);
  if (former.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('former-title')}</h2>
      <p>{t('former-text')}</p>
      <SummaryList
        rows={former.map(({ field, said }) => ({ key: say(field.label, language), value: said[language] }))}
      />
    </section>
  );
}
