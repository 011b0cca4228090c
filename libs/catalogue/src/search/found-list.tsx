import type { Language } from '#lib/platform';
import { EmptyState, LinkList, Pagination, Tag } from '#lib/web';
import { isAnotherProcedure } from '../procedure/is-another-procedure.js';
import { definedTime } from '../words/defined-time.js';
import { definedFee, knownFee } from '../words/fee-words.js';
import { levelWords } from '../words/list-words.js';
import { knownTime } from '../words/time-words.js';
import type { FoundPage, FoundProcedure } from './found-procedures.js';
import { FoundTitle } from './found-title.js';
import { isFiltered, type ListQuery, listHref } from './list-query.js';
import { pageLinks } from './page-links.js';
import { texts } from './texts.js';

/** How many there are, in words, one page of them, and the way to the others; or a way out where there are none. */
export function FoundList({
  language,
  query,
  result,
  withdrawn,
}: {
  language: Language;
  query: ListQuery;
  result: FoundPage;
  /** Codes of those that take no applications any more. */
  withdrawn: ReadonlySet<string>;
}) {
  const t = texts(language);
  const { found, total, more, mended, page, pages } = result;
  if (total === 0) return <NothingFound language={language} query={query} />;
  const count = t(more ? 'count-more' : 'count', {
    count: total,
    number: new Intl.NumberFormat(language).format(total),
  });
  return (
    <section aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        {query.words ? t('count-for', { count, words: query.words }) : count}
        {pages > 1 ? <span class="secondary">{` · ${t('page-of', { page, pages })}`}</span> : null}
      </h2>
      {mended ? <p>{t('mended', { words: mended })}</p> : null}
      <p class="secondary">
        <a href="#filters">{t('to-filters')}</a>
      </p>
      <LinkList
        links={found.map((procedure) => ({
          title: <FoundTitle language={language} procedure={procedure} />,
          href: `/procedures/${procedure.code}`,
          tag: withdrawn.has(procedure.code) ? (
            <Tag colour="grey">{t('tag-withdrawn')}</Tag>
          ) : procedure.online ? (
            <Tag colour="green">{t('tag-online')}</Tag>
          ) : undefined,
          meta: metaOf(language, procedure),
        }))}
      />
      {pages > 1 ? (
        <Pagination
          previous={page > 1 ? { href: listHref(query, { page: page - 1 }) } : undefined}
          next={page < pages ? { href: listHref(query, { page: page + 1 }) } : undefined}
          pages={pageLinks(page, pages, (number) => listHref(query, { page: number }))}
        />
      ) : null}
    </section>
  );
}

/** Where, how long, how much, as far as it is known: what tells two similar titles apart. */
function metaOf(
  language: Language,
  { definition, field, levels, channels, online, flags }: FoundProcedure,
): string {
  const t = texts(language);
  if (isAnotherProcedure(flags)) return t('wrong-data');
  const own = online ? channels.filter(({ kind }) => kind === 'online') : channels;
  const time = (definition && definedTime(language, definition)?.usual) ?? knownTime(language, own);
  const fee = (definition && definedFee(language, definition)) ?? knownFee(language, own);
  return [field, levelWords(language, levels).join(', '), time, fee].filter(Boolean).join(' · ');
}

function NothingFound({ language, query }: { language: Language; query: ListQuery }) {
  const t = texts(language);
  const wider = isFiltered(query) || query.event;
  return (
    <EmptyState
      title={query.words ? t('nothing-for', { words: query.words }) : t('nothing')}
      action={
        wider && query.words ? (
          <a href={`/procedures?${new URLSearchParams({ q: query.words })}`}>{t('search-everywhere')}</a>
        ) : (
          <a href="/procedures">{t('show-all')}</a>
        )
      }
    >
      <ul>
        <li>{t('tip-shorter')}</li>
        <li>{t('tip-code')}</li>
        <li>
          <a href="/#events">{t('tip-events')}</a>
        </li>
      </ul>
    </EmptyState>
  );
}
