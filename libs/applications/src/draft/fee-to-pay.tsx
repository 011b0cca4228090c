import { feeFor, moneyWords, type ServiceDefinition } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import { type Language, say } from '#lib/platform';
import { InsetText, SummaryList } from '#lib/web';
import { texts } from './texts.js';

interface FeeToPayProps {
  definition: ServiceDefinition;
  answers: Answers;
  /** The legal date, YYYY-MM-DD: what is filed today costs what holds today. */
  today: string;
  language: Language;
}

/** What these answers cost, line by line, or who is let off; nothing where nothing is to be paid anyway. */
export function FeeToPay({ definition, answers, today, language }: FeeToPayProps) {
  const t = texts(language);
  const { amountDong, lines, waivedBy } = feeFor(definition, answers, today);
  if (!amountDong && !waivedBy) return null;
  return (
    <section class="check-page">
      <h2 class="govuk-heading-m">{t('start-fee')}</h2>
      {amountDong ? (
        <SummaryList
          rows={[
            ...lines.map(({ title, amountDong: each, times }) => ({
              key: say(title, language),
              value: times === 1 ? moneyWords(language, each) : `${times} × ${moneyWords(language, each)}`,
            })),
            { key: t('fee-total'), value: <strong>{moneyWords(language, amountDong)}</strong> },
          ]}
        />
      ) : null}
      {waivedBy && <InsetText>{t('fee-waived', { ground: say(waivedBy.title, language) })}</InsetText>}
    </section>
  );
}
