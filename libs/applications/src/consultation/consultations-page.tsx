import { formatDateTime } from '#lib/calendar';
import { agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import { CodeText, EmptyState, type PageContext, PageHeading, QueueTable, SitePage, Tag } from '#lib/web';
import type { ConsultationEntry } from './list-consultations.js';
import { texts } from './texts.js';

interface ConsultationsPageProps {
  context: PageContext;
  entries: ConsultationEntry[];
  now: Date;
  answered: boolean;
}

/** What other agencies ask, the most urgent first. */
export function ConsultationsPage({ context, entries, now, answered }: ConsultationsPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('list-title')}
      layout="wide"
      back={{ href: '/', text: t('back-to-queue') }}
      flash={answered ? { kind: 'success', text: t('done') } : undefined}
    >
      <PageHeading lead={t('list-lead')}>{t('list-title')}</PageHeading>
      {entries.length === 0 ? (
        <EmptyState title={t('empty-title')}>{t('empty')}</EmptyState>
      ) : (
        <QueueTable
          caption={t('list-title')}
          columns={[
            { id: 'number', title: t('number'), heads: true },
            { id: 'state', title: t('state'), bare: true },
            { id: 'procedure', title: t('procedure'), bare: true },
            { id: 'asking', title: t('asking') },
            { id: 'asked', title: t('asked') },
            { id: 'due', title: t('due') },
          ]}
          rows={entries.map(({ consultation, number, title, asking, asked, above }) => {
            const late = consultation.dueAt <= now;
            return {
              id: `${consultation.applicationId}-${consultation.agencyId}`,
              late,
              cells: {
                number: above ? (
                  <CodeText>{number}</CodeText>
                ) : (
                  <a href={`/consultations/${consultation.applicationId}`}>
                    <CodeText>{number}</CodeText>
                  </a>
                ),
                state: (
                  <Tag colour={late ? 'red' : 'yellow'}>
                    {t(above ? 'state-late-below' : late ? 'state-late' : 'state-open')}
                  </Tag>
                ),
                procedure: say(title, language),
                asking: agencyName(asking, language),
                asked: agencyName(asked, language),
                due: formatDateTime(language, consultation.dueAt),
              },
            };
          })}
        />
      )}
    </SitePage>
  );
}
