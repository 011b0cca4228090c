import { formatDateTime } from '#lib/calendar';
import { agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import { CodeText, EmptyState, type PageContext, PageHeading, QueueTable, SitePage, Tag } from '#lib/web';
import type { NoticeEntry } from './read-notices.js';
import { texts } from './texts.js';

/** What an officer has to know of deadlines: those near, those missed, and as a head those missed below. */
export function NoticesPage({ context, notices }: { context: PageContext; notices: NoticeEntry[] }) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('notices-title')}
      layout="wide"
      back={{ href: '/', text: t('notices-back') }}
    >
      <PageHeading lead={t('notices-lead')}>{t('notices-title')}</PageHeading>
      {notices.length === 0 ? (
        <EmptyState title={t('notices-empty-title')}>{t('notices-empty')}</EmptyState>
      ) : (
        <QueueTable
          caption={t('notices-caption')}
          columns={[
            { id: 'number', title: t('notice-number'), heads: true },
            { id: 'kind', title: t('notice-kind'), bare: true },
            { id: 'procedure', title: t('notice-procedure'), bare: true },
            { id: 'agency', title: t('notice-agency') },
            { id: 'due', title: t('notice-due') },
            { id: 'promised', title: t('notice-promised') },
          ]}
          rows={notices.map((notice) => ({
            id: `${notice.applicationId}/${notice.kind}`,
            late: notice.kind === 'overdue' || notice.kind === 'promise-missed',
            cells: {
              number: <Number notice={notice} />,
              kind: (
                <Tag
                  colour={notice.kind === 'overdue' || notice.kind === 'promise-missed' ? 'red' : 'yellow'}
                >
                  {t(`notice-${notice.kind}`)}
                </Tag>
              ),
              procedure: say(notice.title, language),
              agency: agencyName(notice.agency, language),
              due: notice.dueAt && formatDateTime(language, notice.dueAt),
              promised: notice.promisedAt ? formatDateTime(language, notice.promisedAt) : undefined,
            },
          }))}
        />
      )}
    </SitePage>
  );
}

/** The case file opens to officers of its own agency alone. */
function Number({ notice }: { notice: NoticeEntry }) {
  const number = <CodeText>{notice.number}</CodeText>;
  return notice.audience === 'superior' ? (
    number
  ) : (
    <a href={`/applications/${notice.applicationId}`}>{number}</a>
  );
}
