import { formatDateTime } from '#lib/calendar';
import { say } from '#lib/platform';
import {
  CodeText,
  EmptyState,
  InsetText,
  type PageContext,
  PageHeading,
  QueueTable,
  SitePage,
} from '#lib/web';
import type { Transferred } from './read-transferred.js';
import { texts } from './texts.js';

interface TransfersPageProps {
  context: PageContext;
  transferred: Transferred[];
  /** What the reader passed on a moment ago. */
  justDone: Transferred | undefined;
  /** What the reader opened, though it left their agency. */
  opened: Transferred | undefined;
}

/** What left the reader's agencies for others: where it went and why, and nothing of whose it is. */
export function TransfersPage({ context, transferred, justDone, opened }: TransfersPageProps) {
  const { language } = context;
  const t = texts(language);
  const named = ({ number, agency }: Transferred) => ({ number, agency: agency[language] });
  return (
    <SitePage
      context={context}
      title={t('list-title')}
      layout="wide"
      back={{ href: '/', text: t('list-back') }}
      flash={justDone && { kind: 'success', text: t('done', named(justDone)) }}
    >
      <PageHeading lead={t('list-lead')}>{t('list-title')}</PageHeading>
      {opened ? <InsetText>{t('opened', named(opened))}</InsetText> : null}
      {transferred.length === 0 ? (
        <EmptyState title={t('list-none')} />
      ) : (
        <QueueTable
          caption={t('list-title')}
          columns={[
            { id: 'number', title: t('number'), heads: true },
            { id: 'procedure', title: t('procedure'), bare: true },
            { id: 'agency', title: t('agency') },
            { id: 'at', title: t('at') },
            { id: 'officer', title: t('officer') },
            { id: 'reason', title: t('reason') },
          ]}
          rows={transferred.map((one) => ({
            id: one.applicationId,
            cells: {
              number: <CodeText>{one.number}</CodeText>,
              procedure: say(one.title, language),
              agency: one.agency[language],
              at: formatDateTime(language, one.at),
              officer: one.officer,
              reason: one.reason,
            },
          }))}
        />
      )}
    </SitePage>
  );
}
