import type { ServiceDefinition } from '#lib/catalogue';
import type { Agency } from '#lib/organisations';
import { newId, say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  CodeText,
  ErrorSummary,
  type PageContext,
  PageHeading,
  SitePage,
} from '#lib/web';
import type { AllowedEvent } from '#lib/workflow';
import { ActFormFields } from '../act-form/act-form-fields.js';
import { asksAlong } from '../act-form/act-form.js';
import type { SaidError } from '../act-form/read-act-form.js';
import { texts } from '../act-form/texts.js';
import type { Application } from '../application/application.entity.js';
import { History } from '../application/history.js';
import type { ApplicationEvent } from '../application/read-events.js';

interface CitizenActPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  act: AllowedEvent;
  /** What was posted, where something in it has to be mended. */
  body?: unknown;
  errors?: SaidError[];
  /** The version the page showed that was posted, where it was out of date: then what happened since is told first. */
  seen?: number;
  events?: ApplicationEvent[];
  agency?: Agency;
}

/** The page on which an applicant performs one act of the workflow: what it asks, and the button. */
export function CitizenActPage(props: CitizenActPageProps) {
  const { context, application, definition, act, body, errors = [], seen, events = [], agency } = props;
  const { language } = context;
  const t = texts(language);
  const { event, transition } = act;
  const here = `/applications/${application.id}`;
  const title = transition.label[language];
  return (
    <SitePage
      context={context}
      title={title}
      errors={errors.length > 0}
      back={{ href: here, text: application.number }}
    >
      {errors.length > 0 ? (
        <ErrorSummary errors={errors.map(({ id, said }) => ({ text: said[language], href: `#${id}` }))} />
      ) : null}
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
      >
        {title}
      </PageHeading>
      {seen !== undefined && agency ? (
        <section>
          <h2>{t('changed-title')}</h2>
          <p>{t('changed-lead')}</p>
          <History
            events={events.filter(({ sequence }) => sequence > seen)}
            {...{ definition, agency, language }}
            reader="citizen"
          />
        </section>
      ) : null}
      <form
        method="post"
        action={`${here}/acts/${event}`}
        enctype={transition.attachments && 'multipart/form-data'}
        noValidate
      >
        <input type="hidden" name="version" value={application.version} />
        <input type="hidden" name="key" value={newId()} />
        {asksAlong(transition) ? (
          <ActFormFields {...{ transition, body, errors, language }} asked="citizen" />
        ) : (
          <p>{t('nothing-to-type')}</p>
        )}
        <ButtonGroup>
          <Button preventDoubleClick>{title}</Button>
          <a class="govuk-link" href={here}>
            {t('not-now')}
          </a>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}
