import { formatDateTime } from '#lib/calendar';
import { scopeWords } from '#lib/identity';
import type { Config } from '#lib/platform';
import { EmptyState, type PageContext, PageHeading, Pagination, SitePage, Tag, Timeline } from '#lib/web';
import { texts } from '../texts.js';
import { ApplicationLink } from './application-link.js';
import { seenWords, whoWords } from './access-words.js';
import type { Access, AccessesPage as Found } from './read-accesses.js';

/** What was asked about already, by access id. */
export type Asked = Map<string, 'asked' | 'answered'>;

interface AccessesPageProps {
  context: PageContext;
  config: Config;
  found: Found;
  asked: Asked;
  /** Whether there are newer ones on an earlier page. */
  later: boolean;
}

/** Who looked at my data: what, when, which agency and role, for which application; each can be asked about. */
export function AccessesPage({ context, config, found, asked, later }: AccessesPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage context={context} title={t('accesses-title')} back={{ href: '/account', text: t('account') }}>
      <PageHeading lead={t('accesses-lead')}>{t('accesses-title')}</PageHeading>
      {found.accesses.length === 0 ? (
        <EmptyState title={t('accesses-empty')}>{t('accesses-empty-help')}</EmptyState>
      ) : (
        <Timeline
          headingLevel={2}
          events={found.accesses.map((access) => ({
            title: 'seen' in access.act ? seenWords(language, access.act.seen) : access.act.done[language],
            time: formatDateTime(language, access.at),
            dateTime: access.at.toISOString(),
            actor: whoWords(language, config, access, found.agencies.get(access.agencyId ?? '')),
            text: <About {...{ context, access, found, asked }} />,
          }))}
        />
      )}
      {later || found.before ? (
        <Pagination
          previous={later ? { href: '/account/accesses', text: t('newest') } : undefined}
          next={
            found.before && {
              href: `/account/accesses?before=${found.before.toISOString()}`,
              text: t('older'),
            }
          }
        />
      ) : null}
    </SitePage>
  );
}

interface AboutProps {
  context: PageContext;
  access: Access;
  found: Found;
  asked: Asked;
}

function About({ context: { language }, access, found, asked }: AboutProps) {
  const t = texts(language);
  const application = access.caseId === null ? undefined : found.applications.get(access.caseId);
  const state = 'seen' in access.act ? asked.get(access.act.id) : undefined;
  return (
    <>
      {access.times > 1 ? <p class="secondary">{t('times', { count: access.times })}</p> : null}
      {access.scopes.length > 0 ? (
        <p>{t('shared-what', { scopes: scopeWords(language, access.scopes).join(', ') })}</p>
      ) : null}
      {application ? (
        <p>
          {t('for-application')}{' '}
          <ApplicationLink id={access.caseId} application={application} language={language} />
        </p>
      ) : null}
      {'seen' in access.act ? (
        <p>
          {state ? <Tag colour={state === 'answered' ? 'green' : 'yellow'}>{t(state)}</Tag> : null}{' '}
          <a href={`/account/accesses/${access.act.id}`}>{t('ask')}</a>
        </p>
      ) : null}
    </>
  );
}
