import type { Language } from '#lib/platform';
import { Columns, PageHeading, type PageContext, SearchBox, SitePage } from '#lib/web';
import { choicesFor } from '../choosing/choices.js';
import type { GovernmentField } from './fields-of-government.js';
import type { FoundPage } from './found-procedures.js';
import { FoundList } from './found-list.js';
import { ListFilters } from './list-filters.js';
import { type ListQuery, listValues } from './list-query.js';
import { texts } from './texts.js';

interface ListPageProps {
  context: PageContext;
  query: ListQuery;
  fields: GovernmentField[];
  result: FoundPage;
  /** Codes of those that take no applications any more. */
  withdrawn: ReadonlySet<string>;
}

/** Procedures: all, of an event of life, of a field, or those that a question finds. */
export function ListPage({ context, query, fields, result, withdrawn }: ListPageProps) {
  const { language } = context;
  const t = texts(language);
  const { q: _words, ...kept } = listValues(query);
  return (
    <SitePage
      context={context}
      title={documentTitle(language, query, result)}
      layout="wide"
      islands={['suggestions']}
      back={{ href: '/', text: t('home') }}
    >
      <PageHeading lead={query.event?.description[language]}>
        {query.event?.title[language] ?? query.field?.name ?? t('title')}
      </PageHeading>
      <SearchBox
        action="/procedures"
        label={t(query.event ? 'search-within' : 'search')}
        hint={t('search-hint')}
        value={query.words}
        keep={kept}
        suggestionsHref="/procedures/suggestions"
      />
      {choicesFor({ words: query.words, event: query.event?.id }).map(({ id, title }) => (
        <p class="secondary">
          <a href={`/which/${id}`}>{title[language]}</a>
        </p>
      ))}
      {/* On a phone what stands aside comes after: what was found is seen first. */}
      <Columns aside={<ListFilters language={language} query={query} fields={fields} />}>
        <FoundList {...{ language, query, result, withdrawn }} />
      </Columns>
    </SitePage>
  );
}

/** What is listed, and which page of it: a title that tells two tabs apart. */
function documentTitle(
  language: Language,
  { words, event, field }: ListQuery,
  { page, pages }: FoundPage,
): string {
  const t = texts(language);
  const what = event?.title[language] ?? field?.name ?? t('title');
  const parts = [words && t('results-for', { words }), what, page > 1 && t('page-of', { page, pages })];
  return parts.filter(Boolean).join(' – ');
}
