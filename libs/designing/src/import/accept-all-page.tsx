import { type ChangeFilter, type FoundChanges, ministryName } from '#lib/catalogue';
import { Button, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { filterQuery } from './filter-query.js';
import { texts } from './texts.js';

interface AcceptAllPageProps {
  context: PageContext;
  filter: ChangeFilter;
  found: Pick<FoundChanges, 'total' | 'latest'>;
}

/** Says how many changes a filter means before they are accepted at once. */
export function AcceptAllPage({ context, filter, found: { total, latest } }: AcceptAllPageProps) {
  const { language } = context;
  const t = texts(language);
  const back = `/design/import?${filterQuery(filter)}`;
  const number = new Intl.NumberFormat(language).format(total);
  const title = latest ? t('accept-all-title', { count: total, number }) : t('nothing-here');
  const { what, ministry } = filter;
  return (
    <SitePage context={context} title={title} back={{ href: back, text: t('back-list') }}>
      <PageHeading lead={latest ? t('accept-all-lead') : undefined}>{title}</PageHeading>
      <SummaryList
        rows={[
          { key: t('what'), value: t(what ? `part-${what}` : 'what-any') },
          { key: t('ministry'), value: ministry ? ministryName(language, ministry) : t('ministry-any') },
        ]}
      />
      {latest ? (
        <form method="post" action="/design/import/acceptance">
          <input type="hidden" name="what" value={what ?? ''} />
          <input type="hidden" name="ministry" value={ministry ?? ''} />
          <input type="hidden" name="until" value={latest.toISOString()} />
          <Button preventDoubleClick>{t('accept-all-do')}</Button>
        </form>
      ) : null}
    </SitePage>
  );
}
