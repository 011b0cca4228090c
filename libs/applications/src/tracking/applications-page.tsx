import { formatDateTime } from '#lib/calendar';
import type { ServiceDefinition } from '#lib/catalogue';
import { say } from '#lib/platform';
import {
  Button,
  CodeText,
  EmptyState,
  LinkList,
  type PageContext,
  PageHeading,
  SitePage,
  StatusTag,
} from '#lib/web';
import { stateOf } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';
import type { ListedPart } from '../children/grouped-with-parts.js';
import { texts as childrenTexts } from '../children/texts.js';
import type { Draft } from '../draft/draft.entity.js';
import { texts as representationTexts } from '../representation/texts.js';
import { texts } from './texts.js';

interface Titled<T> {
  row: T;
  definition: ServiceDefinition;
}

/** With its parts at other agencies. */
type TitledApplication = Titled<Application> & { parts: ListedPart[] };

/** Everything a citizen has begun or filed, what waits for them first. */
export function ApplicationsPage(props: {
  context: PageContext;
  drafts: Titled<Draft>[];
  applications: TitledApplication[];
  /** Filed by others, for the reader or their organisation. */
  filedForMe: TitledApplication[];
}) {
  const { context, drafts, applications, filedForMe } = props;
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage context={context} title={t('list-title')}>
      <PageHeading>{t('list-title')}</PageHeading>
      {drafts.length + applications.length + filedForMe.length === 0 && (
        <EmptyState title={t('list-empty')} action={<Button href="/procedures">{t('find-service')}</Button>}>
          {t('list-empty-help')}
        </EmptyState>
      )}
      {drafts.length > 0 && (
        <section>
          <h2>{t('drafts')}</h2>
          <LinkList
            links={drafts.map(({ row, definition }) => ({
              title: say(definition.title, language),
              href: `/drafts/${row.id}`,
              meta: t('saved-at', { time: formatDateTime(language, row.savedAt) }),
            }))}
          />
        </section>
      )}
      {applications.length > 0 && (
        <section>
          <h2>{t('filed')}</h2>
          <LinkList links={waitingFirst(applications).map((each) => applicationLink(each, language))} />
        </section>
      )}
      {filedForMe.length > 0 && (
        <section>
          <h2>{representationTexts(language)('filed-for-you')}</h2>
          <LinkList links={filedForMe.map((each) => applicationLink(each, language))} />
        </section>
      )}
    </SitePage>
  );
}

function applicationLink({ row, definition, parts }: TitledApplication, language: PageContext['language']) {
  const state = stateOf(definition.workflow, row.state);
  const waiting = parts.filter((part) => part.row.waitsFor === 'citizen');
  return {
    title: say(definition.title, language),
    href: `/applications/${row.id}`,
    meta: (
      <>
        <CodeText>{row.number}</CodeText> · {formatDateTime(language, row.filedAt)}
      </>
    ),
    text:
      waiting.length > 0
        ? childrenTexts(language)('your-turn', {
            part: waiting.map(({ title }) => say(title, language)).join(', '),
          })
        : state.explains?.[language],
    tag: <StatusTag status={state.status}>{state.label[language]}</StatusTag>,
    parts: parts.map((part) => {
      const at = stateOf(part.definition.workflow, part.row.state);
      return {
        title: say(part.title, language),
        href: `/applications/${part.row.id}`,
        tag: <StatusTag status={at.status}>{at.label[language]}</StatusTag>,
      };
    }),
  };
}

function waitingFirst(applications: TitledApplication[]): TitledApplication[] {
  const waits = ({ row, parts }: TitledApplication) =>
    [row, ...parts.map((part) => part.row)].some(({ waitsFor }) => waitsFor === 'citizen') ? 0 : 1;
  return applications.toSorted((a, b) => waits(a) - waits(b));
}
