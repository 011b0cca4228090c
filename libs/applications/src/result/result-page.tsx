import { formatDateTime } from '#lib/calendar';
import { plainResult } from '#lib/catalogue';
import { agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import { CodeText, InsetText, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import type { IssuedResult } from './issue-result.js';
import { type DecidedCase, resultRows } from './result-rows.js';
import type { ResultVersion } from './result-versions.js';
import { texts } from './texts.js';
import { VersionNote } from './version-note.js';

type ResultPageProps = Omit<DecidedCase, 'applicant'> & {
  context: PageContext;
  /** Which of its versions this is; the only one if not said. */
  version?: ResultVersion;
  issued?: IssuedResult | undefined;
};

/** The result or the refusal, as a page to read and print; its definition says which answers it shows. */
export function ResultPage({ context, version, issued, ...file }: ResultPageProps) {
  const { application, definition, agency, decision } = file;
  const { language } = context;
  const t = texts(language);
  const granted = decision.outcome === 'grant';
  const title = granted ? t('title', { result: say(definition.result.title, language) }) : t('refused-title');
  const { sections } = (granted ? definition.result.template : undefined) ?? plainResult;
  const decided = { ...file, applicant: context.principal?.name ?? '' };
  return (
    <SitePage
      context={context}
      title={title}
      back={{ href: `/applications/${application.id}`, text: t('back') }}
      islands={['print']}
    >
      <PageHeading caption={say(definition.title, language)}>{title}</PageHeading>
      {version && (
        <VersionNote
          here={`/applications/${application.id}/result`}
          form={definition.form}
          {...{ version, language }}
        />
      )}
      <InsetText>{t('not-a-document', { agency: agencyName(agency, language) })}</InsetText>
      {decision.text && (
        <section>
          <h2>{t('words')}</h2>
          <p class="written">{decision.text}</p>
        </section>
      )}
      {sections.map((section) => {
        const rows = resultRows(decided, section.rows, language);
        return rows.length === 0 ? null : (
          <section>
            <h2>{section.title[language]}</h2>
            <SummaryList rows={rows} />
          </section>
        );
      })}
      <p class="secondary">
        {decision.evidence.passkeyName
          ? t('evidence', { name: decision.evidence.passkeyName })
          : t('evidence-unnamed')}
      </p>
      {issued && (
        <p class="secondary">
          {t('issued', { time: formatDateTime(language, issued.issuedAt) })}{' '}
          <CodeText>{issued.digest}</CodeText>
        </p>
      )}
      <div class="sign-here">
        <p>
          <strong>{t('sign-here')}</strong>
          <br />
          {t('sign-how')}
        </p>
      </div>
      <div class="no-print" data-print={t('print')} />
    </SitePage>
  );
}
