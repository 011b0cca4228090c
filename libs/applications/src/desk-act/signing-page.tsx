import { agencyName } from '#lib/organisations';
import { PasskeyForm, type SigningOptions } from '#lib/identity';
import { newId, say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  CodeText,
  ErrorSummary,
  InsetText,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
} from '#lib/web';
import { proposalOf } from '../case-file/proposal-of.js';
import type { CaseFile } from '../case-file/read-case.js';
import type { FoundAct } from './find-act.js';
import { texts } from './texts.js';
import type { WhatIsDecided } from './what-is-decided.js';

interface SigningPageProps {
  context: PageContext;
  file: CaseFile;
  act: FoundAct;
  decided: WhatIsDecided;
  options: SigningOptions;
  nonce: string;
  /** What the officer typed on the page before, to be posted again. */
  typed: Record<string, string>;
  /** Why the last try was not accepted. */
  refused?: string | undefined;
}

/** Shows the whole decision, and lets the approver sign exactly that with a passkey. */
export function SigningPage(props: SigningPageProps) {
  const { context, file, act, decided, options, nonce, typed, refused } = props;
  const { application, revision, agency, applicant, events } = file;
  const { language } = context;
  const t = texts(language);
  const title = act.transition.label[language];
  const caseHref = `/applications/${application.id}`;
  const proposal = proposalOf(events);
  return (
    <SitePage
      context={context}
      title={`${title} · ${application.number}`}
      errors={refused !== undefined}
      place={agencyName(agency, language)}
      back={{ href: caseHref, text: t('back') }}
      islands={['sign']}
    >
      {refused === undefined ? null : <ErrorSummary title={t('not-signed')} errors={[{ text: refused }]} />}
      <PageHeading
        caption={
          <>
            {say(revision.definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
      >
        {title}
      </PageHeading>
      <SummaryList
        card={{ title: t('what-you-sign') }}
        rows={[
          { key: t('applicant'), value: applicant },
          { key: t('decided-outcome'), value: <strong>{t(`outcome-${decided.outcome}`)}</strong> },
          { key: t('decision-text'), value: <p class="written">{decided.text || t('no-text')}</p> },
        ]}
      />
      {proposal ? (
        <SummaryList
          card={{ title: t('proposal') }}
          rows={[
            { key: t('proposed-by'), value: proposal.officer },
            { key: t('reason'), value: <p class="written">{proposal.reason}</p> },
          ]}
        />
      ) : null}
      <InsetText>{t('signing-meaning')}</InsetText>
      <PasskeyForm
        action={`${caseHref}/acts/${act.event}`}
        options={options}
        language={language}
        hidden={{ ...typed, version: String(application.version), key: newId(), nonce }}
      >
        <ButtonGroup>
          <Button preventDoubleClick>{title}</Button>
          <a class="govuk-link" href={caseHref}>
            {t('not-now')}
          </a>
        </ButtonGroup>
      </PasskeyForm>
    </SitePage>
  );
}
