import { type ChangeFilter, type FoundChanges, ministryName, rowPartNames, shortTitle } from '#lib/catalogue';
import type { Language } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  CodeText,
  Details,
  EmptyState,
  FileUpload,
  FilterForm,
  type PageContext,
  PageHeading,
  Pagination,
  QueueTable,
  RefusedNotice,
  Select,
  SitePage,
  uploadLimitBytes,
} from '#lib/web';
import { decidedFlash } from './decided-flash.js';
import { changeWords } from './change-words.js';
import { filterQuery } from './filter-query.js';
import { texts } from './texts.js';

interface ImportPageProps {
  context: PageContext;
  filter: ChangeFilter;
  found: FoundChanges;
  /** What there is to filter by. */
  kinds: { what: Map<string, number>; ministries: string[] };
  page: number;
  size: number;
}

/** What waits to be accepted or dismissed, and where an export is read. */
export function ImportPage(props: ImportPageProps) {
  const { context, filter, found, kinds } = props;
  const { language } = context;
  const t = texts(language);
  const waiting = kinds.what.size > 0;
  return (
    <SitePage
      context={context}
      title={t('title')}
      layout="wide"
      back={{ href: '/design', text: t('back') }}
      flash={decidedFlash(context)}
    >
      <RefusedNotice context={context} />
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {waiting ? (
        <Details summary={t('upload')}>
          <ExportForm language={language} />
        </Details>
      ) : (
        <ExportForm language={language} />
      )}
      <h2 id="changes">{t('waiting')}</h2>
      {waiting ? <Filter {...{ language, filter, kinds }} /> : <EmptyState title={t('nothing')} />}
      {waiting && found.total === 0 ? (
        <EmptyState title={t('nothing-here')} action={<a href="/design/import">{t('all')}</a>} />
      ) : null}
      {found.total > 0 ? <Changes {...props} /> : null}
    </SitePage>
  );
}

function ExportForm({ language }: { language: Language }) {
  const t = texts(language);
  return (
    <form method="post" action="/design/import/exports" enctype="multipart/form-data">
      <FileUpload
        name="file"
        label={t('file')}
        hint={t('file-hint', { megabytes: Math.floor(uploadLimitBytes / 1024 / 1024) })}
        accept=".jsonl,.gz"
      />
      <Button kind="secondary" preventDoubleClick>
        {t('read')}
      </Button>
    </form>
  );
}

function Filter({
  language,
  filter,
  kinds,
}: Pick<ImportPageProps, 'filter' | 'kinds'> & { language: Language }) {
  const t = texts(language);
  const whats = (['new', ...rowPartNames] as const).filter((each) => kinds.what.has(each));
  return (
    <FilterForm
      action="/design/import"
      label={t('filter')}
      clearHref={filter.what || filter.ministry ? '/design/import' : undefined}
    >
      <Select
        name="what"
        label={t('what')}
        value={filter.what}
        options={[
          { value: '', text: t('what-any') },
          ...whats.map((each) => ({
            value: each,
            text: t('what-number', { what: t(`part-${each}`), number: kinds.what.get(each) ?? 0 }),
          })),
        ]}
      />
      <Select
        name="ministry"
        label={t('ministry')}
        value={filter.ministry}
        options={[
          { value: '', text: t('ministry-any') },
          ...kinds.ministries.map((slug) => ({ value: slug, text: ministryName(language, slug) })),
        ]}
      />
    </FilterForm>
  );
}

function Changes({ context: { language }, filter, found, page, size }: ImportPageProps) {
  const t = texts(language);
  const { total, changes } = found;
  const href = (to: number) => `/design/import?${filterQuery(filter, { page: String(to) })}#changes`;
  return (
    <>
      <p class="secondary">
        {t('count', { count: total, number: new Intl.NumberFormat(language).format(total) })}
        {' · '}
        <a href={`/design/import/acceptance?${filterQuery(filter)}`}>{t('accept-all')}</a>
      </p>
      <form method="post" action="/design/import/decisions">
        <div class="designed">
          <QueueTable
            caption={t('waiting')}
            tickName="change"
            columns={[
              { id: 'title', title: t('procedure'), heads: true },
              { id: 'code', title: t('code'), whole: true },
              { id: 'what', title: t('what') },
              { id: 'ministry', title: t('ministry') },
            ]}
            rows={changes.map((change) => ({
              id: change.id,
              tickLabel: t('tick', { code: change.code }),
              cells: {
                title: <a href={`/design/import/${change.id}`}>{shortTitle(change.title)}</a>,
                code: <CodeText>{change.code}</CodeText>,
                what: changeWords(change, language),
                ministry: ministryName(language, change.ministry),
              },
            }))}
          />
        </div>
        <ButtonGroup>
          <Button name="outcome" value="accepted" preventDoubleClick>
            {t('accept')}
          </Button>
          <Button kind="secondary" name="outcome" value="dismissed" preventDoubleClick>
            {t('dismiss')}
          </Button>
        </ButtonGroup>
      </form>
      <Pagination
        previous={page > 1 ? { href: href(page - 1) } : undefined}
        next={page * size < total ? { href: href(page + 1) } : undefined}
      />
    </>
  );
}
