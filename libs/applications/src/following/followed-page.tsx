import { formatDate, type OfficeHours } from '#lib/calendar';
import { deadlineRuleOf, type ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import { Button, CodeText, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { stateOf } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';
import { DueNote } from '../application/due-note.js';
import { texts as linkTexts } from '../link/texts.js';
import type { Correction } from '../result/result-versions.js';
import { texts } from './texts.js';

interface FollowedPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  hours: OfficeHours;
  now: Date;
  /** The correction by which its result was replaced last. */
  correction?: Correction | undefined;
}

/** Where an application stands, for whoever holds its code and secret: nothing of any person, nothing that was written. */
export function FollowedPage(props: FollowedPageProps) {
  const { context, application, definition, agency, hours, now, correction } = props;
  const { language } = context;
  const t = texts(language);
  const state = stateOf(definition.workflow, application.state);
  const name = agencyName(agency, language);
  return (
    <SitePage context={context} title={state.label[language]}>
      <PageHeading caption={<CodeText>{application.number}</CodeText>}>{state.label[language]}</PageHeading>
      <DueNote
        application={application}
        rule={deadlineRuleOf(definition, application)}
        hours={hours}
        now={now}
        language={language}
      />
      <SummaryList
        rows={[
          { key: t('procedure'), value: say(definition.title, language) },
          { key: t('agency'), value: name },
          ...(correction
            ? [
                {
                  key: linkTexts(language)('result-corrected'),
                  value: linkTexts(language)('corrected', {
                    date: formatDate(language, correction.at),
                    number: correction.number,
                  }),
                },
              ]
            : []),
          { key: t('next'), value: t(`next-${application.waitsFor}`, { agency: name }) },
        ]}
      />
      <p>{t('only-this')}</p>
      <p>
        <a href="/applications">{t('sign-in-for-more')}</a>
      </p>
      <form method="post" action="/follow/end">
        <Button kind="secondary">{t('end')}</Button>
      </form>
    </SitePage>
  );
}
