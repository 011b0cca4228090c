import { say } from '#lib/platform';
import { Columns, Details, PageHeading, type PageContext, SitePage, WarningText } from '#lib/web';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import { standardAssurance } from '../../definition/standard-definition.js';
import { OpenData } from '../../open-catalogue/open-data.js';
import type { ServiceDescription } from '../../open-catalogue/service-record.js';
import { BeginHere } from './begin-here.js';
import { WaysOfFiling } from './ways-of-filing.js';
import { FeeLines } from './fee-lines.js';
import { FullText } from './full-text.js';
import type { ApplicantKind } from '../../import/procedure-facts.js';
import { applicantWords } from '../../words/list-words.js';
import { shortTitle } from '../../words/short-title.js';
import { isAnotherProcedure } from '../is-another-procedure.js';
import { KeyFacts } from './key-facts.js';
import { LegalGrounds } from './legal-grounds.js';
import { Officially } from './officially.js';
import { PaperSections } from './paper-sections.js';
import type { FoundProcedure } from '../../search/found-procedures.js';
import type { Procedure } from '../procedure.entity.js';
import { Related } from './related.js';
import { RequiredPapers } from './required-papers.js';
import { Results } from './results.js';
import { texts } from './texts.js';
import { Uncertainties } from './uncertainties.js';
import { WhatHappens } from './what-happens.js';
import { isOver, type ShownWithdrawal, WithdrawnNote } from './withdrawn-note.js';
import { WhoMayApply } from './who-may-apply.js';

interface ProcedurePageProps {
  context: PageContext;
  procedure: Procedure;
  /** Its own definition, where somebody wrote one: what it says goes before what was imported. */
  definition: ServiceDefinition | undefined;
  /** That it takes no applications any more, or will not. */
  withdrawn: ShownWithdrawal | undefined;
  record: ServiceDescription;
  related: FoundProcedure[];
  /** Of the portal. */
  origin: string;
  /** The legal date, YYYY-MM-DD. */
  today: string;
}

/** One procedure: the facts a person came for, the way in, then everything else that is known. */
export function ProcedurePage({
  context,
  procedure,
  definition,
  withdrawn,
  record,
  related,
  origin,
  today,
}: ProcedurePageProps) {
  const { language } = context;
  const t = texts(language);
  const { facts, flags, prose, field, fieldSlug } = procedure;
  const title = definition ? say(definition.title, language) : facts.title;
  const heading = shortTitle(title);
  const applicants = applicantWords(
    language,
    definition ? { applicants: definition.applicants as ApplicantKind[] } : facts,
  );
  const foreign = language !== 'vi' && !definition;
  const page = { context, title: heading, layout: 'wide' as const };
  const back = { href: `/procedures?${new URLSearchParams({ field: fieldSlug })}`, text: field };

  if (isAnotherProcedure(flags))
    return (
      <SitePage {...page} back={{ href: '/procedures', text: t('all-procedures') }}>
        <PageHeading>{t('wrong-title', { code: facts.code })}</PageHeading>
        <WarningText>{t('wrong-data', { title: facts.title })}</WarningText>
        <p>{t('wrong-data-help')}</p>
        <p>
          <a href="/procedures">{t('wrong-data-search')}</a>
        </p>
      </SitePage>
    );
  return (
    <SitePage {...page} back={back}>
      <div lang={foreign ? 'vi' : undefined}>
        <PageHeading>{heading}</PageHeading>
        {heading === title ? null : (
          <Details summary={<span lang={language}>{t('full-title')}</span>}>
            <p>{title}</p>
          </Details>
        )}
      </div>
      {foreign ? <p class="secondary">{t('vietnamese-only')}</p> : null}
      <KeyFacts language={language} facts={facts} definition={definition} />
      {withdrawn && <WithdrawnNote {...withdrawn} language={language} />}
      {withdrawn && isOver(withdrawn) ? null : (
        <BeginHere
          language={language}
          code={facts.code}
          online={procedure.online || definition !== undefined}
          required={definition ?? { assurance: standardAssurance }}
        />
      )}
      <Columns
        aside={
          <>
            <Officially language={language} facts={facts} />
            <OpenData language={language} record={record} origin={origin} />
          </>
        }
      >
        <WhoMayApply language={language} applicants={applicants} />
        {definition ? (
          <RequiredPapers language={language} definition={definition} />
        ) : (
          <PaperSections language={language} papers={facts.papers} cases={facts.cases} />
        )}
        {procedure.online ? <WhatHappens language={language} /> : null}
        {definition && <FeeLines language={language} definition={definition} today={today} />}
        {definition ? null : <WaysOfFiling language={language} channels={facts.channels} />}
        <Results language={language} results={facts.results} definition={definition} />
        <FullText language={language} prose={prose} source={facts.source} />
        <LegalGrounds language={language} grounds={facts.legalGrounds} />
        <Related language={language} related={related} />
        <Uncertainties
          language={language}
          flags={flags}
          source={facts.source}
          settled={definition !== undefined}
        />
      </Columns>
    </SitePage>
  );
}
