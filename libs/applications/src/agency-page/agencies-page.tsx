import { type Agency, agencyName, type Place, placeName, places } from '#lib/organisations';
import { EmptyState, LinkList, type PageContext, PageHeading, SearchBox, SitePage } from '#lib/web';
import { texts } from './texts.js';

interface AgenciesPageProps {
  context: PageContext;
  /** What was searched for; '' for nothing. */
  words: string;
  /** What it found. */
  found: Agency[];
  /** Whose agencies are listed; undefined for the way to all. */
  province: Place | undefined;
  /** Those of the province and its communes, else the central ones. */
  agencies: Agency[];
}

/** Finds an agency by name, or by the place it is for. */
export function AgenciesPage({ context, words, found, province, agencies }: AgenciesPageProps) {
  const { language } = context;
  const t = texts(language);
  const title = province ? t('in-province', { place: placeName(province, language) }) : t('title');
  return (
    <SitePage
      context={context}
      title={title}
      back={province ? { href: '/agencies', text: t('all') } : { href: '/', text: t('home') }}
    >
      <PageHeading lead={province ? undefined : t('lead')}>{title}</PageHeading>
      <SearchBox action="/agencies" label={t('search')} hint={t('search-hint')} value={words} />
      {words !== '' &&
        (found.length === 0 ? (
          <EmptyState title={t('none', { words })}>{t('none-help')}</EmptyState>
        ) : (
          <>
            <p>{t('found', { count: found.length })}</p>
            <LinkList links={found.map((agency) => agencyLink(agency, context))} />
          </>
        ))}
      {province ? (
        (['province', 'commune'] as const).map((level) => (
          <>
            <h2>{t(level === 'province' ? 'of-province' : 'of-communes')}</h2>
            <LinkList
              links={agencies
                .filter((each) => each.level === level)
                .map((agency) => agencyLink(agency, context))}
            />
          </>
        ))
      ) : (
        <>
          <h2>{t('provinces')}</h2>
          <LinkList
            links={places.allProvinces().map((each) => ({
              title: placeName(each, language),
              href: `/agencies?province=${each.code}`,
            }))}
          />
          <h2>{t('ministries')}</h2>
          <LinkList links={agencies.map((agency) => agencyLink(agency, context))} />
        </>
      )}
    </SitePage>
  );
}

function agencyLink(agency: Agency, { language }: PageContext) {
  const { unitCode, level, provinceCode } = agency;
  return {
    title: agencyName(agency, language),
    href: `/agencies/${unitCode}`,
    ...(level === 'commune' && provinceCode && { meta: places.provinceName(provinceCode, language) }),
  };
}
