import { type DoubtfulProcedures, type FlagCode, shortTitle } from '#lib/catalogue';
import type { Language } from '#lib/platform';
import {
  CodeText,
  EmptyState,
  type PageContext,
  PageHeading,
  Pagination,
  QueueTable,
  SitePage,
  Tag,
  type TagColour,
} from '#lib/web';
import { flagWeights, type Weight } from './flag-weights.js';
import { flagWords } from './flag-words.js';
import { texts } from './texts.js';

interface QualityPageProps {
  context: PageContext;
  /** Only procedures with this one. */
  flag: FlagCode | undefined;
  page: number;
  size: number;
  found: DoubtfulProcedures;
}

const colours: Record<Weight, TagColour> = { 3: 'red', 2: 'yellow', 1: 'grey' };
const address = (flag: string, page: number) =>
  `/design/quality?${new URLSearchParams({ flag, page: String(page) })}#procedures`;

/** What is doubtful, by kind and by procedure, the worst first. */
export function QualityPage({ context, flag, page, size, found }: QualityPageProps) {
  const { language } = context;
  const t = texts(language);
  const { total, procedures } = found;
  return (
    <SitePage context={context} title={t('title')} layout="wide" back={{ href: '/design', text: t('back') }}>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <h2>{t('kinds')}</h2>
      {found.kinds.size === 0 ? (
        <EmptyState title={t('nothing')} />
      ) : (
        <Kinds language={language} found={found} />
      )}
      <h2 id="procedures">
        {flag ? t('procedures-of', { what: flagWords(flag, language) }) : t('procedures')}
      </h2>
      <p class="secondary">
        {t('count', { count: total, number: new Intl.NumberFormat(language).format(total) })}
        {flag ? (
          <>
            {' · '}
            <a href="/design/quality#procedures">{t('all')}</a>
          </>
        ) : null}
      </p>
      <div class="designed">
        <QueueTable
          caption={t('procedures')}
          columns={[
            { id: 'title', title: t('procedure'), heads: true },
            { id: 'code', title: t('code'), whole: true },
            { id: 'flags', title: t('flags') },
          ]}
          rows={procedures.map(({ code, title, flags }) => ({
            id: code,
            cells: {
              title: <a href={`/design/procedures/${code}`}>{shortTitle(title)}</a>,
              code: <CodeText>{code}</CodeText>,
              flags: worstFirst(flags)
                .map((each) => flagWords(each, language))
                .join('; '),
            },
          }))}
        />
      </div>
      <Pagination
        previous={page > 1 ? { href: address(flag ?? '', page - 1) } : undefined}
        next={page * size < total ? { href: address(flag ?? '', page + 1) } : undefined}
      />
    </SitePage>
  );
}

function Kinds({ language, found: { kinds } }: { language: Language; found: DoubtfulProcedures }) {
  const t = texts(language);
  const flags = worstFirst([...kinds.keys()], kinds);
  return (
    <QueueTable
      caption={t('kinds')}
      columns={[
        { id: 'kind', title: t('kind'), heads: true },
        { id: 'weight', title: t('weight') },
        { id: 'number', title: t('number'), numeric: true },
      ]}
      rows={flags.map((each) => ({
        id: each,
        cells: {
          kind: <a href={address(each, 1)}>{flagWords(each, language)}</a>,
          weight: <Tag colour={colours[flagWeights[each]]}>{t(`weight-${flagWeights[each]}`)}</Tag>,
          number: new Intl.NumberFormat(language).format(kinds.get(each) ?? 0),
        },
      }))}
    />
  );
}

function worstFirst(flags: FlagCode[], numbers?: ReadonlyMap<FlagCode, number>): FlagCode[] {
  const often = (flag: FlagCode) => numbers?.get(flag) ?? 0;
  return flags.toSorted(
    (one, other) =>
      flagWeights[other] - flagWeights[one] || often(other) - often(one) || (one < other ? -1 : 1),
  );
}
