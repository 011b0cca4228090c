import { formatDate } from '#lib/calendar';
import {
  Button,
  CodeText,
  doneFlash,
  LinkList,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  Tag,
} from '#lib/web';
import type { Organisation } from '../representation/organisation.entity.js';
import type { ShownRequest } from './read-requests.js';
import { organisationTexts } from './texts.js';

interface Own {
  organisations: Organisation[];
  requests: ShownRequest[];
  /** What the reader did a moment ago. */
}

/** The organisations whose accounts I hold, what I asked for, and what waits for my consent. */
export function organisationsPage(context: PageContext, { organisations, requests }: Own) {
  const { language } = context;
  const t = organisationTexts(language);
  const listed = (can: ShownRequest['can']) => requests.filter((request) => request.can === can);
  return (
    <SitePage
      context={context}
      title={t('title')}
      back={{ href: '/account', text: t('account') }}
      flash={doneFlash(context, {
        consented: t('done.consented'),
        refused: t('done.refused'),
        withdrawn: t('done.withdrawn'),
        closed: t('done.closed'),
      })}
    >
      <RefusedNotice context={context} />
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {(['answer', 'withdraw'] as const).map((can) =>
        listed(can).length === 0 ? null : (
          <section>
            <h2>{t(can === 'answer' ? 'toAnswer' : 'asked')}</h2>
            <LinkList
              links={listed(can).map(({ id, name, taxCode, askedBy, expiresAt }) => ({
                href: `/account/organisations/requests/${id}`,
                title: name,
                meta: <CodeText>{taxCode}</CodeText>,
                text: t(can === 'answer' ? 'toAnswerText' : 'askedText', {
                  name: askedBy,
                  date: formatDate(language, expiresAt),
                }),
              }))}
            />
          </section>
        ),
      )}
      <h2>{t('accounts')}</h2>
      {organisations.length === 0 ? <p>{t('none')}</p> : null}
      <LinkList
        links={organisations.map(({ id, name, taxCode, lapsedAt }) => ({
          href: `/account/organisations/${id}`,
          title: name,
          meta: <CodeText>{taxCode}</CodeText>,
          ...(lapsedAt && { tag: <Tag>{t('lapsed')}</Tag> }),
        }))}
      />
      <Button href="/account/organisations/new">{t('openButton')}</Button>
    </SitePage>
  );
}
