import { moneyWords, type Fee, type ServiceDefinition } from '#lib/catalogue';
import { type Answers, displayAnswer, type PageDefinition, visibleAnswers, visibleFields } from '#lib/forms';
import { say, startBig } from '#lib/platform';
import { type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { placeNames } from '../draft/form-context.js';
import { texts } from '../draft/texts.js';
import { texts as own } from './texts.js';

interface PreviewCheckProps {
  context: PageContext;
  definition: ServiceDefinition;
  answers: Answers;
  /** Those that were asked. */
  pages: PageDefinition[];
  fee: Fee;
}

/** The last look at what was answered, with what it would cost. Nothing can be filed from here. */
export function PreviewCheck({ context, definition, answers, pages, fee }: PreviewCheckProps) {
  const { language } = context;
  const { form } = definition;
  const t = texts(language);
  const seen = visibleAnswers(form, answers);
  return (
    <SitePage context={context} title={t('check-title')} back={{ href: '#' }}>
      <PageHeading lead={own(language)('nothing-is-kept')}>{t('check-title')}</PageHeading>
      {pages.map((page) => (
        <SummaryList
          card={{ title: say(page.title, language) }}
          rows={visibleFields(page, seen).map((field) => ({
            key: startBig(say(field.label, language)),
            value: displayAnswer(language, form, field, seen[field.id], placeNames(language)),
          }))}
        />
      ))}
      <SummaryList
        rows={[
          {
            key: own(language)('fee'),
            value:
              fee.amountDong === undefined
                ? own(language)('fee-unknown')
                : moneyWords(language, fee.amountDong),
          },
        ]}
      />
    </SitePage>
  );
}
