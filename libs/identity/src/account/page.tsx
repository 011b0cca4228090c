import { formatDate } from '#lib/calendar';
import { LinkList, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { maskIdNumber } from '../person/mask-id-number.js';
import type { PersonalDetails } from '../person/personal-details.js';
import { accountGroups, accountSections } from './account-sections.js';
import { assuranceTexts } from '../assurance/texts.js';
import { accountTexts } from './texts.js';

/** Who I am here, how surely that is known (`proven`: by what and when), and where to go on. */
export function accountPage(context: PageContext, person: PersonalDetails, proven: string | undefined) {
  const { language } = context;
  const t = accountTexts(language);
  return (
    <SitePage context={context} title={t('title')}>
      <PageHeading>{t('title')}</PageHeading>
      <SummaryList
        rows={[
          { key: t('name'), value: person.fullName },
          { key: t('idNumber'), value: maskIdNumber(person.idNumber) },
          { key: t('birthDate'), value: formatDate(language, person.birthDate) },
          {
            key: t('assurance'),
            value: (
              <>
                <strong>{t(`assurance${person.assurance}`)}</strong>
                <br />
                {proven ?? assuranceTexts(language)(`level${person.assurance}.means`)}
              </>
            ),
          },
        ]}
      />
      {accountGroups.map((group) => {
        const sections = accountSections.filter((section) => section.group === group);
        return sections.length > 0 ? (
          <>
            <h2>{t(group)}</h2>
            <LinkList
              links={sections.map(({ href, words }) => ({
                href,
                title: words(language)('sectionTitle'),
                text: words(language)('sectionText'),
              }))}
            />
          </>
        ) : null;
      })}
    </SitePage>
  );
}
