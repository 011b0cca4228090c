import { formatDateTime } from '#lib/calendar';
import type { ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import {
  Button,
  CodeText,
  ErrorSummary,
  type PageContext,
  PageHeading,
  Radios,
  RefusedNotice,
  SitePage,
  SummaryList,
  Textarea,
} from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { longestRating, type Rating } from './rating.js';
import { texts } from './texts.js';

/** A rating as it was typed. */
export interface TypedRating {
  stars: string;
  words: string;
  error?: 'stars-missing' | 'words-too-long';
}

interface RatingPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  rating: Rating | undefined;
  /** Whether it can still be given or changed. */
  open: boolean;
  kept?: boolean;
  typed?: TypedRating;
}

export const allStars = [5, 4, 3, 2, 1] as const;

/** Asks the applicant how they found it, or shows what they said once it stands. */
export function RatingPage({
  context,
  application,
  definition,
  rating,
  open,
  kept,
  typed,
  ...props
}: RatingPageProps) {
  const { language } = context;
  const t = texts(language);
  const error = typed?.error && t(typed.error, { longest: longestRating });
  const agency = agencyName(props.agency, language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      back={{ href: `/applications/${application.id}`, text: t('back') }}
      errors={error !== undefined}
      flash={kept ? { kind: 'success', text: t('kept') } : undefined}
    >
      {error && (
        <ErrorSummary
          errors={[{ text: error, href: typed?.error === 'stars-missing' ? '#stars' : '#words' }]}
        />
      )}
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
        lead={t('lead', { agency })}
      >
        {t('title')}
      </PageHeading>
      <RefusedNotice context={context} />
      {open ? (
        <form method="post" action={`/applications/${application.id}/rating`} noValidate>
          <Radios
            name="stars"
            legend={t('stars', { agency })}
            value={typed?.stars ?? rating?.stars.toString()}
            error={typed?.error === 'stars-missing' ? error : undefined}
            options={allStars.map((stars) => ({ value: String(stars), text: t(`stars-${stars}`) }))}
          />
          <Textarea
            name="words"
            label={t('words')}
            hint={t('words-hint', { longest: longestRating })}
            value={typed?.words ?? rating?.words}
            error={typed?.error === 'words-too-long' ? error : undefined}
          />
          <Button preventDoubleClick>{t(rating ? 'change' : 'send')}</Button>
          <p class="secondary">{t('changeable')}</p>
        </form>
      ) : (
        rating && (
          <>
            <SummaryList
              rows={[
                { key: t('given'), value: t(`stars-${rating.stars as 1}`) },
                { key: t('words'), value: <p class="written">{rating.words || t('no-words')}</p> },
                { key: t('when'), value: formatDateTime(language, rating.ratedAt) },
              ]}
            />
            <p>{t('stands')}</p>
          </>
        )
      )}
    </SitePage>
  );
}
