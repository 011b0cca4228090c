import { defineTexts, type Language } from '#lib/platform';
import { EmptyState, type PageContext, PageHeading, SearchBox, SitePage, SummaryList } from '#lib/web';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };
import type { PlaceRow } from './place.entity.js';
import { communesNow, wholeName } from './place-words.js';

const texts = defineTexts({ vi, en, fr });

interface FormerPlacesPageProps {
  context: PageContext;
  sought: string;
  found: PlaceRow[];
}

/** Finds a former commune by its name, and says what it is now. */
export function FormerPlacesPage({ context, sought, found }: FormerPlacesPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage context={context} title={t('title')}>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <SearchBox action="/places" label={t('label')} hint={t('hint')} value={sought} />
      {sought === '' ? null : found.length === 0 ? (
        <EmptyState title={t('none', { sought })}>{t('none-help')}</EmptyState>
      ) : (
        <>
          <h2>{t('found', { count: found.length })}</h2>
          <SummaryList
            rows={found.map((place) => ({
              key: wholeName(place, language),
              value: <Today place={place} language={language} />,
            }))}
          />
        </>
      )}
    </SitePage>
  );
}

function Today({ place, language }: { place: PlaceRow; language: Language }) {
  const t = texts(language);
  const now = communesNow(place).map((each) => wholeName(each, language));
  const [only, another] = now;
  if (!another) return <strong>{t('is-now', { place: only ?? '' })}</strong>;
  return (
    <>
      {t('is-divided')}
      <ul>
        {now.map((each) => (
          <li>
            <strong>{each}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
