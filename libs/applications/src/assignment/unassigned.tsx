import { formatDateTime } from '#lib/calendar';
import { say } from '#lib/platform';
import { CodeText, type PageContext, QueueTable } from '#lib/web';
import { BatchForm } from '../batch/batch-form.js';
import { texts } from '../batch/texts.js';
import type { AgencyRules } from './rules.js';

/** Applications that are nobody's, to be given to somebody: nothing of whose they are. */
export function Unassigned({ next, context }: { next: AgencyRules['next']; context: PageContext }) {
  const { language } = context;
  const t = texts(language);
  if (next.length === 0) return null;
  return (
    <BatchForm context={context} acts={['assign']}>
      <QueueTable
        caption={t('unassigned')}
        tickName="application"
        columns={[
          { id: 'number', title: t('number'), heads: true },
          { id: 'procedure', title: t('procedure'), bare: true },
          { id: 'due', title: t('due') },
        ]}
        rows={next.map(({ id, version, number, title, dueAt }) => ({
          id: `${id}/${version}`,
          tickLabel: t('tick', { number }),
          cells: {
            number: <CodeText>{number}</CodeText>,
            procedure: say(title, language),
            due: dueAt ? formatDateTime(language, dueAt) : undefined,
          },
        }))}
      />
    </BatchForm>
  );
}
