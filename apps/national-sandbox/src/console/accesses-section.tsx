import { formatDateTime } from '#lib/calendar';
import { CodeText, Details, EmptyState, QueueTable } from '#lib/web';
import type { SectionProps } from './section-props.js';

/** Who or which enterprise was looked up by which system, and why. */
export function AccessesSection({ view, language, t }: SectionProps) {
  const nameOf = new Map([
    ...view.people.map(({ idNumber, fullName }) => [idNumber, fullName] as const),
    ...view.enterprises.map(({ taxCode, name }) => [taxCode, name] as const),
  ]);
  return (
    <section id="accesses">
      <h2>{t('accesses')}</h2>
      {view.accesses.length === 0 ? (
        <EmptyState title={t('noAccesses')}>{t('accessesLead')}</EmptyState>
      ) : (
        <Details summary={t('accessesLead')}>
          <QueueTable
            caption={t('accesses')}
            columns={[
              { id: 'person', title: t('person'), heads: true },
              { id: 'question', title: t('question') },
              { id: 'purpose', title: t('purpose') },
              { id: 'caller', title: t('caller') },
              { id: 'at', title: t('at') },
            ]}
            rows={view.accesses.map((access) => ({
              id: access.id,
              cells: {
                person: (
                  <>
                    {access.found ? nameOf.get(access.about) : t('notFound')}
                    <br />
                    <CodeText>{access.about}</CodeText>
                  </>
                ),
                question: t(`question-${access.question}`),
                purpose: access.purpose,
                caller: access.caller,
                at: formatDateTime(language, access.at, { weekday: false }),
              },
            }))}
          />
        </Details>
      )}
    </section>
  );
}
