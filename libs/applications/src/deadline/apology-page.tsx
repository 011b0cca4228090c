import { formatDate, formatDateTime } from '#lib/calendar';
import type { ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import { CodeText, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import type { Apology } from './apology-of.js';
import { texts } from './texts.js';

interface ApologyPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  applicant: string;
  apology: Apology;
}

/**
 * The letter of apology that promises another date, to read and print, after form 04 of Circular 01/2018/TT-VPCP. The
 * form that belongs to Decree 118/2025 was not found.
 */
export function ApologyPage(props: ApologyPageProps) {
  const { context, application, definition, agency, applicant, apology } = props;
  const { language } = context;
  const t = texts(language);
  const name = agencyName(agency, language);
  const when = (instant: Date) => formatDateTime(language, instant);
  return (
    <SitePage
      context={context}
      title={t('letter-title')}
      back={{ href: `/applications/${application.id}`, text: t('letter-back') }}
      islands={['print']}
    >
      <article class="letter">
        <p class="letter__head">
          <strong>{t('letter-state')}</strong>
          <br />
          {t('letter-motto')}
        </p>
        <p class="letter__place">
          <strong>{name}</strong>
          <br />
          {t('letter-written', { date: formatDate(language, apology.at, { weekday: true }) })}
        </p>
        <PageHeading>{t('letter-title')}</PageHeading>
        <p>{t('letter-to', { applicant })}</p>
        <p>
          {t('letter-received', {
            agency: name,
            filed: when(application.filedAt),
            procedure: say(definition.title, language),
          })}
        </p>
        <SummaryList
          rows={[
            { key: t('letter-number'), value: <CodeText>{application.number}</CodeText> },
            { key: t('letter-due'), value: when(apology.dueAt) },
            { key: t('letter-reason'), value: <span class="written">{apology.reason}</span> },
            { key: t('letter-promised'), value: <strong>{when(apology.promisedAt)}</strong> },
          ]}
        />
        <p>{t('letter-sorry', { agency: name })}</p>
        <p>{t('letter-once')}</p>
        <p class="letter__sign">
          {t('letter-signed', { agency: name })}
          <br />
          <strong>{apology.officer}</strong>
        </p>
        <p class="secondary">
          {t('letter-check', { sequence: apology.sequence })} <CodeText>{apology.hash}</CodeText>
        </p>
      </article>
      <div class="no-print" data-print={t('letter-print')} />
    </SitePage>
  );
}
