import { formatDate } from '#lib/calendar';
import { LinkList, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { maskIdNumber } from '../person/mask-id-number.js';
import type { PersonalDetails } from '../person/personal-details.js';
import { HeldNotice } from '../recovery/held.js';
import type { Recovery } from '../recovery/recovery.entity.js';
import { RecoveryUnderWay } from '../recovery/under-way.js';
import { accountGroups, accountSections } from './account-sections.js';
import { assuranceTexts } from '../assurance/texts.js';
import { accountTexts } from './texts.js';

interface OwnAccount {
  person: PersonalDetails;
  /** By what and when it was shown that it is them. */
  proven: string | undefined;
  /** A recovery under way, which the holder may cancel. */
  recovery: Recovery | undefined;
  heldUntil: Date | undefined;
}

/** Who I am here, how surely that is known, what is the matter with my account, and where to go on. */
export function accountPage(context: PageContext, { person, proven, recovery, heldUntil }: OwnAccount) {
  const { language } = context;
  const t = accountTexts(language);
  return (
    <SitePage context={context} title={t('title')}>
      {recovery ? <RecoveryUnderWay context={context} recovery={recovery} /> : null}
      <PageHeading>{t('title')}</PageHeading>
      <HeldNotice context={context} until={heldUntil} />
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
