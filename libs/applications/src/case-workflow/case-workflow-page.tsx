import type { ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import { CodeText, type PageContext, PageHeading, ScrollArea, SitePage } from '#lib/web';
import { type Picture, stateOf, workflowRows } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';
import { texts } from './texts.js';
import { WorkflowTable } from './workflow-table.js';

interface CaseWorkflowPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  picture: Picture;
}

/** The workflow of an application, drawn and as a table, with where it stands. */
export function CaseWorkflowPage(props: CaseWorkflowPageProps) {
  const { context, application, definition, agency, picture } = props;
  const { language } = context;
  const { workflow } = definition;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={`${t('title')} · ${application.number}`}
      layout="wide"
      place={agencyName(agency, language)}
      back={{ href: `/applications/${application.id}`, text: t('back') }}
    >
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
        lead={t('lead', {
          title: workflow.title?.[language] ?? workflow.id,
          state: stateOf(workflow, application.state).label[language],
        })}
      >
        {t('title')}
      </PageHeading>
      <h2>{t('picture')}</h2>
      <p>
        {t('picture-how')} <a href="#here">{t('to-here')}</a>
      </p>
      <ScrollArea label={t('picture')}>
        <WorkflowImage picture={picture} />
      </ScrollArea>
      <h2>{t('table')}</h2>
      <ScrollArea label={t('table')}>
        <WorkflowTable rows={workflowRows(workflow, language, application.state)} language={language} />
      </ScrollArea>
    </SitePage>
  );
}

/** The picture as an image, in which nothing of a definition can become markup, and in it the place that a link leads to. */
function WorkflowImage({ picture: { svg, alt, width, height, here } }: { picture: Picture }) {
  return (
    <svg
      width={`${width}pt`}
      height={`${height}pt`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={alt}
    >
      <image
        width={width}
        height={height}
        href={`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`}
      />
      {here && <rect id="here" {...here} fill="none" />}
    </svg>
  );
}
