import { agencyName, workflowRoles } from '#lib/organisations';
import { type Language, refusalWords } from '#lib/platform';
import {
  EmptyState,
  ErrorSummary,
  type PageContext,
  PageHeading,
  Pagination,
  SitePage,
  WarningText,
} from '#lib/web';
import { texts as assignmentTexts } from '../assignment/texts.js';
import { texts as transferTexts } from '../transfer/texts.js';
import { BatchForm, offeredBatches } from '../batch/batch-form.js';
import { NoticesLink } from '../deadline/notices-link.js';
import { ConsultationsLink } from '../consultation/consultations-link.js';
import { PaymentsLink } from '../payment/payments-link.js';
import { FindForm } from './find-form.js';
import { QueueCounts } from './queue-counts.js';
import { isFiltered, type QueueFilter, queueHref } from './queue-filter.js';
import { QueueFilters } from './queue-filters.js';
import { QueueRows } from './queue-rows.js';
import { queuePageSize } from './read-queue.js';
import type { Queue } from './show-queue.js';
import { texts } from './texts.js';

interface QueuePageProps {
  context: PageContext;
  filter: QueueFilter;
  queue: Queue;
  /** What was typed into the search, where nothing can be looked for by it. */
  sought?: string;
}

/** An officer's work, the most urgent first. */
export function QueuePage({ context, filter, queue, sought }: QueuePageProps) {
  const t = texts(context.language);
  const { agencies, entries, total } = queue;
  const [only, second] = agencies;
  return (
    <SitePage
      context={context}
      title={t('title')}
      layout="wide"
      errors={sought !== undefined}
      place={only && !second ? agencyName(only, context.language) : undefined}
    >
      {sought === undefined ? null : <ErrorSummary errors={[{ text: t('find-empty'), href: '#sought' }]} />}
      <PageHeading>{t('title')}</PageHeading>
      {queue.known ? null : <Unknown language={context.language} />}
      <QueueCounts context={context} filter={filter} queue={queue} />
      <NoticesLink count={queue.notices} language={context.language} />
      <ConsultationsLink count={queue.consultations} language={context.language} />
      <PaymentsLink context={context} />
      {workflowRoles.some((role) => context.principal?.roles.some((held) => held.role === role)) ? (
        <p>
          <a href="/absences">{assignmentTexts(context.language)('absences-link')}</a> ·{' '}
          <a href="/transfers">{transferTexts(context.language)('list-title')}</a>
        </p>
      ) : null}
      <FindForm
        language={context.language}
        typed={sought}
        error={sought === undefined ? undefined : t('find-empty')}
      />
      <QueueFilters
        language={context.language}
        officer={context.principal}
        filter={filter}
        groups={queue.groups}
      />
      {entries.length > 0 ? (
        <>
          <p class="secondary">{found(context, filter, queue)}</p>
          <BatchForm context={context}>
            <QueueRows language={context.language} queue={queue} ticks={offeredBatches(context).length > 0} />
          </BatchForm>
          <Pages filter={filter} total={total} label={t('pages')} />
        </>
      ) : isFiltered(filter) ? (
        <EmptyState title={t('nothing-found-title')} action={<a href="/">{t('show-everything')}</a>}>
          {t('nothing-found')}
        </EmptyState>
      ) : (
        <EmptyState title={t('empty-title')}>{t('empty')}</EmptyState>
      )}
    </SitePage>
  );
}

/** Why the officer can open nothing, and what to do. */
function Unknown({ language }: { language: Language }) {
  const words = refusalWords('officer-identity-unknown', language);
  return words ? (
    <WarningText>
      {words.title}. {words.help}
    </WarningText>
  ) : null;
}

function found(
  { language }: PageContext,
  { number, applicant }: QueueFilter,
  { entries, total: count, more }: Queue,
): string {
  const t = texts(language);
  if (number) return t('found-number', { count, number });
  const name = entries[0]?.applicant;
  if (applicant && name !== undefined) return t('found-applicant', { count, name });
  return t(more ? 'found-more' : 'found', { count });
}

function Pages({ filter, total, label }: { filter: QueueFilter; total: number; label: string }) {
  const last = Math.ceil(total / queuePageSize);
  if (last <= 1) return null;
  const { page } = filter;
  const link = (number: number) => ({
    number,
    href: queueHref({ ...filter, page: number }),
    current: number === page,
  });
  const near = [...new Set([1, page - 1, page, page + 1, last])].filter(
    (number) => number >= 1 && number <= last,
  );
  const pages = near.flatMap((number, index) => {
    const gap = index > 0 && number - (near[index - 1] ?? 0) > 1;
    return gap ? ['gap' as const, link(number)] : [link(number)];
  });
  return (
    <Pagination
      label={label}
      previous={page > 1 ? link(page - 1) : undefined}
      next={page < last ? link(page + 1) : undefined}
      pages={pages}
    />
  );
}
