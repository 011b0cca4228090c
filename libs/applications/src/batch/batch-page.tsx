import { type Language, refusalWords, say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  type PageContext,
  PageHeading,
  QueueTable,
  Select,
  SitePage,
  StatusTag,
  type StatusNumber,
  Tag,
} from '#lib/web';
import { CaseNumber } from '../queue/case-number.js';
import type { Batch, BatchItem } from './read-batch.js';
import { texts } from './texts.js';

interface BatchPageProps {
  context: PageContext;
  batch: Batch;
  /** It was confirmed without saying to whom they go. */
  officerMissing?: boolean;
}

/** What is about to be done to many applications; afterwards what came of each. */
export function BatchPage({ context, batch, officerMissing = false }: BatchPageProps) {
  const { language } = context;
  const t = texts(language);
  const { act, begun, items } = batch;
  const done = items.filter(({ outcome }) => outcome === 'done').length;
  const title = t(begun ? `${act}-done` : `${act}-title`);
  const columns = [
    { id: 'number' as const, title: t('number'), heads: true },
    { id: 'procedure' as const, title: t('procedure'), bare: true },
    { id: 'state' as const, title: t('state'), bare: true },
    { id: 'outcome' as const, title: t('outcome') },
  ];
  return (
    <SitePage
      context={context}
      title={title}
      layout="wide"
      errors={officerMissing}
      back={{ href: '/', text: t('back') }}
    >
      {officerMissing ? <ErrorSummary errors={[{ text: t('officer-missing'), href: '#officer' }]} /> : null}
      <PageHeading
        lead={
          begun
            ? [
                t('done-count', { count: done }),
                ...(done < items.length ? [t('rest-count', { count: items.length - done })] : []),
              ].join(' ')
            : t('confirm-lead', { count: items.length })
        }
      >
        {title}
      </PageHeading>
      <QueueTable
        caption={title}
        columns={columns}
        rows={items.map((item) => ({
          id: item.applicationId,
          cells: {
            number: <CaseNumber id={item.applicationId} number={item.number} conflict={item.conflict} />,
            procedure: say(item.title, language),
            state: (
              <StatusTag status={item.standing.status as StatusNumber}>
                {say(item.standing.label, language)}
              </StatusTag>
            ),
            outcome: <Outcome item={item} begun={begun} language={language} />,
          },
        }))}
      />
      {begun && items.every(({ outcome }) => outcome !== null) ? (
        <Button href="/">{t('back')}</Button>
      ) : (
        <form method="post" action={`/batches/${batch.id}`} noValidate>
          {act === 'assign' && !begun ? (
            <Select
              name="officer"
              label={t('officer')}
              options={[
                { value: '', text: t('choose') },
                ...batch.officers.map(({ id, fullName }) => ({ value: id, text: fullName })),
              ]}
              error={officerMissing ? t('officer-missing') : undefined}
            />
          ) : null}
          <ButtonGroup>
            <Button preventDoubleClick>
              {t(begun ? 'go-on' : `${act}-button`, { count: items.length })}
            </Button>
            <a class="govuk-link" href="/">
              {t('not-now')}
            </a>
          </ButtonGroup>
        </form>
      )}
    </SitePage>
  );
}

/** What came of one application, with words why where nothing did. */
function Outcome({ item, begun, language }: { item: BatchItem; begun: boolean; language: Language }) {
  const t = texts(language);
  const { version, versionNow } = item;
  const outcome = item.outcome ?? (item.conflict === 'none' ? null : item.conflict);
  if (outcome === 'done') return <Tag colour="green">{t('is-done')}</Tag>;
  if (outcome === null && begun) return <Tag colour="yellow">{t('not-tried')}</Tag>;
  if (outcome === null)
    return version === versionNow ? t('ready') : <Tag colour="yellow">{t('changed')}</Tag>;
  const words = refusalWords(outcome, language);
  return (
    <>
      <Tag colour={outcome === 'application-changed' ? 'yellow' : 'red'}>
        {t(outcome === 'application-changed' ? 'changed' : 'is-refused')}
      </Tag>{' '}
      {words && outcome !== 'application-changed' ? `${words.title}. ${words.help}` : t('changed-help')}
    </>
  );
}
