import { Button, Input, InsetText, type PageContext, PageHeading, RefusedNotice, SitePage } from '#lib/web';
import { consentDays } from './request-account.js';
import { organisationTexts } from './texts.js';

/** A legal representative asks for the account of an organisation by its tax code. */
export function newOrganisationPage(context: PageContext) {
  const t = organisationTexts(context.language);
  const title = t('newTitle');
  return (
    <SitePage context={context} title={title} back={{ href: '/account/organisations', text: t('title') }}>
      <RefusedNotice context={context} />
      <PageHeading lead={t('newLead')}>{title}</PageHeading>
      <InsetText>{t('newMore', { days: consentDays })}</InsetText>
      <form method="post" novalidate>
        <Input
          name="taxCode"
          label={t('taxCode')}
          hint={t('taxCodeHint')}
          width={20}
          autocomplete="off"
          inputmode="numeric"
          attributes={{ required: true, maxlength: 20 }}
        />
        <Button preventDoubleClick>{t('newButton')}</Button>
      </form>
    </SitePage>
  );
}
