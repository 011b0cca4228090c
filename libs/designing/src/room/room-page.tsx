import { formatDate, formatDateTime } from '#lib/calendar';
import type { FoundProcedures, RevisionLine } from '#lib/catalogue';
import { shortTitle } from '#lib/catalogue';
import { legalDate, say } from '#lib/platform';
import {
  Button,
  CodeText,
  doneFlash,
  EmptyState,
  type PageContext,
  PageHeading,
  Pagination,
  QueueTable,
  SearchBox,
  SitePage,
  Tag,
} from '#lib/web';
import { madeBy } from '../revision/made-by.js';
import type { DraftLine } from './list-drafts.js';
import { texts } from './texts.js';

interface RoomPageProps {
  context: PageContext;
  words: string;
  result: FoundProcedures;
  /** In force, by code. */
  revisions: Map<string, RevisionLine>;
  drafts: DraftLine[];
  /** Of officers, by id. */
  names: Map<string, string>;
}

/** What designers are working on, and all procedures. */
export function RoomPage({ context, words, result, revisions, drafts, names }: RoomPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      layout="wide"
      flash={doneFlash(context, { discarded: t('done-discarded') })}
    >
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Button href="/design/new">{t('new')}</Button>
      <ul class="row-of-links">
        <li>
          <a href="/design/import">{t('import')}</a>
        </li>
        <li>
          <a href="/design/quality">{t('quality')}</a>
        </li>
      </ul>
      <div class="designed">
        <h2>{t('drafts')}</h2>
        {drafts.length === 0 ? <p>{t('drafts-none')}</p> : <Drafts {...{ context, drafts, names }} />}
        <h2 id="procedures">{t('procedures')}</h2>
        <SearchBox action="/design" label={t('search')} hint={t('search-hint')} value={words} />
        {result.total === 0 ? (
          <EmptyState title={t('nothing')} action={<a href="/design">{t('all')}</a>} />
        ) : (
          <Procedures {...{ context, words, result, revisions }} />
        )}
      </div>
    </SitePage>
  );
}

function Drafts({
  context: { language },
  drafts,
  names,
}: Pick<RoomPageProps, 'context' | 'drafts' | 'names'>) {
  const t = texts(language);
  return (
    <QueueTable
      caption={t('drafts')}
      columns={[
        { id: 'title', title: t('procedure'), heads: true },
        { id: 'code', title: t('code'), whole: true },
        { id: 'standing', title: t('standing') },
        { id: 'saved', title: t('saved') },
      ]}
      rows={drafts.map(({ id, code, title, savedAt, savedBy, proposedBy }) => ({
        id,
        cells: {
          title: <a href={`/design/drafts/${id}`}>{shortTitle(title)}</a>,
          code: <CodeText>{code}</CodeText>,
          standing: proposedBy ? (
            <Tag colour="yellow">{t('proposed-by', { name: names.get(proposedBy) ?? '' })}</Tag>
          ) : (
            <Tag colour="blue">{t('being-written')}</Tag>
          ),
          saved: `${names.get(savedBy) ?? ''}, ${formatDateTime(language, savedAt, { weekday: false })}`,
        },
      }))}
    />
  );
}

function Procedures({
  context: { language },
  words,
  result,
  revisions,
}: Pick<RoomPageProps, 'context' | 'words' | 'result' | 'revisions'>) {
  const t = texts(language);
  const { found, total, page, pages } = result;
  const href = (to: number) => `/design?${new URLSearchParams({ q: words, page: String(to) })}#procedures`;
  return (
    <>
      <p class="secondary">
        {t('count', { count: total, number: new Intl.NumberFormat(language).format(total) })}
      </p>
      <QueueTable
        caption={t('procedures')}
        columns={[
          { id: 'title', title: t('procedure'), heads: true },
          { id: 'code', title: t('code'), whole: true },
          { id: 'by', title: t('definition') },
          { id: 'revision', title: t('revision') },
        ]}
        rows={found.map(({ code, title, definition, online }) => {
          const revision = revisions.get(code);
          return {
            id: code,
            cells: {
              title: (
                <a href={`/design/procedures/${code}`}>
                  {shortTitle(definition ? say(definition.title, language) : title)}
                </a>
              ),
              code: <CodeText>{code}</CodeText>,
              by: online ? t(madeBy(code, revision)) : t('not-online'),
              revision: revision
                ? t('revision-since', {
                    number: revision.number,
                    day: formatDate(language, legalDate(revision.inForceFrom)),
                  })
                : t('no-revision'),
            },
          };
        })}
      />
      {pages > 1 ? (
        <Pagination
          previous={page > 1 ? { href: href(page - 1) } : undefined}
          next={page < pages ? { href: href(page + 1) } : undefined}
        />
      ) : null}
    </>
  );
}
