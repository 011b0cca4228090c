import { Columns, DrumFace, LifeGrid, type PageContext, QuickLinks, SearchBox, SitePage } from '#lib/web';
import { lifeEvents } from '../../search/life-events.js';
import { MyApplications } from './my-applications.js';
import { oftenWanted } from './often-wanted.js';
import { PasskeyExplained } from './passkey-explained.js';
import { texts } from './texts.js';

interface HomePageProps {
  context: PageContext;
  /** Procedures in the catalogue, and how many of them can be applied for here. */
  all: number;
  online: number;
}

/** The question the portal asks, and the ways to answer it: words, the events of a life, the needs of a business. */
export function HomePage({ context, all, online }: HomePageProps) {
  const { language } = context;
  const t = texts(language);
  const number = (count: number) => new Intl.NumberFormat(language).format(count);
  const cards = (group: 'life' | 'business') =>
    lifeEvents()
      .filter((event) => event.group === group)
      .map(({ id, title, description }) => ({
        title: title[language],
        text: description[language],
        href: `/procedures?event=${id}`,
      }));
  return (
    <SitePage
      context={context}
      title={t('title')}
      layout="wide"
      islands={['suggestions']}
      hero={<Hero context={context} />}
    >
      <h2 id="events">{t('life')}</h2>
      <LifeGrid events={cards('life')} />
      <h2>{t('business')}</h2>
      <LifeGrid events={cards('business')} />
      <p>
        {t('counts', { all: number(all), online: number(online) })} <a href="/procedures">{t('see-all')}</a>
      </p>
      <p>
        {t('agencies-text')} <a href="/agencies">{t('agencies')}</a>
      </p>
      <Columns aside={context.principal ? null : <PasskeyExplained language={language} />}>
        <MyApplications language={language} signedIn={context.principal !== undefined} />
      </Columns>
    </SitePage>
  );
}

function Hero({ context: { language } }: { context: PageContext }) {
  const t = texts(language);
  return (
    <>
      <div class="shell-hero__ground">
        <DrumFace />
      </div>
      <div class="shell-width">
        <h1>{t('question')}</h1>
        <SearchBox
          action="/procedures"
          label={t('question')}
          labelHidden
          hint={t('search-hint')}
          large
          suggestionsHref="/procedures/suggestions"
        />
        <QuickLinks
          label={t('often')}
          links={oftenWanted.map((code) => ({ href: `/procedures/${code}`, text: t(`often-${code}`) }))}
        />
      </div>
    </>
  );
}
