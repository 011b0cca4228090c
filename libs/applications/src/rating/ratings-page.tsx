import { formatDate } from '#lib/calendar';
import { type Agency, agencyName } from '#lib/organisations';
import { legalDate } from '#lib/platform';
import { type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { allStars } from './rating-page.js';
import type { AgencyRatings } from './read-ratings.js';
import { texts } from './texts.js';

interface RatingsPageProps {
  context: PageContext;
  agencies: Agency[];
  ratings: AgencyRatings[];
}

/** Figures of each agency the reader administers, then what applicants wrote. */
export function RatingsPage({ context, agencies, ratings }: RatingsPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage context={context} title={t('figures')}>
      <PageHeading lead={t('figures-lead')}>{t('figures')}</PageHeading>
      {ratings.map((each) => {
        const agency = agencies.find(({ id }) => id === each.agencyId);
        const total = each.counts.reduce((sum, count) => sum + count, 0);
        const points = each.counts.reduce((sum, count, index) => sum + count * (index + 1), 0);
        return (
          <section>
            <h2>{agency && agencyName(agency, language)}</h2>
            {total === 0 ? (
              <p>{t('nobody-yet')}</p>
            ) : (
              <>
                <SummaryList
                  rows={[
                    { key: t('mean'), value: <strong>{decimal(language, points / total)}</strong> },
                    { key: t('how-many'), value: String(total) },
                    ...allStars.map((stars) => ({
                      key: t(`stars-${stars}`),
                      value: String(each.counts[stars - 1]),
                    })),
                  ]}
                />
                {each.words.length > 0 && <h3>{t('newest-words')}</h3>}
                {each.words.map(({ stars, words, ratedAt }) => (
                  <article>
                    <p class="secondary">
                      {t(`stars-${stars as 1}`)} · {formatDate(language, legalDate(ratedAt))}
                    </p>
                    <p class="written">{words}</p>
                  </article>
                ))}
              </>
            )}
          </section>
        );
      })}
    </SitePage>
  );
}

const decimal = (language: string, value: number) =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
