import { formatDate } from '#lib/calendar';
import type { ServiceDefinition } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import { type Agency, agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import { CodeText, InsetText, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { AnswerSummary } from '../application/answer-summary.js';
import type { Application } from '../application/application.entity.js';
import type { Decision } from './decision-of.js';
import { texts } from './texts.js';

interface ResultPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  decision: Decision;
  answers: Answers;
}

/** The result or the refusal, as a page to read and print. */
export function ResultPage({ context, application, definition, agency, decision, answers }: ResultPageProps) {
  const { language } = context;
  const t = texts(language);
  const title = decision.outcome === 'grant' ? say(definition.result.title, language) : t('result-refuse');
  return (
    <SitePage
      context={context}
      title={title}
      back={{ href: `/applications/${application.id}`, text: t('result-back') }}
    >
      <PageHeading
        caption={decision.outcome === 'grant' ? t('result-grant') : say(definition.title, language)}
      >
        {title}
      </PageHeading>
      <SummaryList
        rows={[
          { key: t('result-procedure'), value: `${say(definition.title, language)} (${definition.code})` },
          { key: t('result-number'), value: <CodeText>{application.number}</CodeText> },
          { key: t('result-applicant'), value: context.principal?.name ?? '' },
          { key: t('result-agency'), value: agencyName(agency, language) },
          { key: t('result-by'), value: decision.officer },
          { key: t('result-decided'), value: formatDate(language, decision.at, { weekday: true }) },
        ]}
      />
      {decision.text && (
        <>
          <h2>{t('result-text')}</h2>
          <p class="prewrap">{decision.text}</p>
        </>
      )}
      {decision.outcome === 'grant' && (
        <>
          <h2>{t('result-answers')}</h2>
          <AnswerSummary
            definition={definition}
            answers={answers}
            language={language}
            attachmentHref={(id) => `/attachments/${id}`}
          />
        </>
      )}
      <InsetText>
        {t('result-evidence', { name: decision.evidence.passkeyName ?? t('result-passkey') })}
      </InsetText>
    </SitePage>
  );
}
