import {
  Button,
  type FormToMend,
  Input,
  InsetText,
  MendSummary,
  mistakeIn,
  type PageContext,
  PageHeading,
  SitePage,
  typedIn,
} from '#lib/web';
import { consentDays } from './request-account.js';
import { organisationTexts } from './texts.js';

/** A legal representative asks for the account of an organisation by its tax code. */
export function newOrganisationPage(context: PageContext, mend?: FormToMend) {
  const t = organisationTexts(context.language);
  const title = t('newTitle');
  return (
    <SitePage
      context={context}
      title={title}
      back={{ href: '/account/organisations', text: t('title') }}
      errors={mend !== undefined}
    >
      <MendSummary context={context} mend={mend} />
      <PageHeading lead={t('newLead')}>{title}</PageHeading>
      <InsetText>{t('newMore', { days: consentDays })}</InsetText>
      <form method="post" novalidate>
        <Input
          name="taxCode"
          label={t('taxCode')}
          hint={t('taxCodeHint')}
          value={typedIn(mend, 'taxCode')}
          error={mistakeIn(context, mend, 'taxCode')}
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
