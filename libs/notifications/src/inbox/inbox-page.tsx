import { formatDateTime } from '#lib/calendar';
import { Button, EmptyState, LinkList, type PageContext, PageHeading, Pagination, SitePage } from '#lib/web';
import type { InboxEntry } from './inbox-entry.entity.js';
import { texts } from './texts.js';

interface InboxPageProps {
  context: PageContext;
  entries: InboxEntry[];
  page: number;
  pages: number;
}

/** The inbox: what is new is said so in words. */
export function InboxPage({ context, entries, page, pages }: InboxPageProps) {
  const { language } = context;
  const t = texts(language);
  const unread = entries.some(({ readAt }) => readAt === null);
  return (
    <SitePage context={context} title={t('title')}>
      <PageHeading>{t('title')}</PageHeading>
      {entries.length === 0 ? (
        <EmptyState title={t('empty')}>{t('empty-help')}</EmptyState>
      ) : (
        <LinkList
          links={entries.map((entry) => ({
            title: entry.title[language],
            href: entry.href,
            meta: formatDateTime(language, entry.at),
            text: entry.body[language],
            tag: entry.readAt ? undefined : t('new'),
          }))}
        />
      )}
      {unread && (
        <form method="post" action="/inbox/readings">
          <Button kind="secondary">{t('mark-read')}</Button>
        </form>
      )}
      {pages > 1 && (
        <Pagination
          previous={page > 1 ? { href: `/inbox?page=${page - 1}` } : undefined}
          next={page < pages ? { href: `/inbox?page=${page + 1}` } : undefined}
        />
      )}
    </SitePage>
  );
}
