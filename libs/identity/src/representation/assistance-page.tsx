import { Button, Input, type PageContext, PageHeading, Radios, RefusedNotice, SitePage } from '#lib/web';
import { assistanceDays } from './invite-assistant.js';
import { representationTexts } from './texts.js';

/** A citizen lets somebody of the community digital team prepare applications for them. */
export function assistancePage(context: PageContext) {
  const t = representationTexts(context.language);
  const title = t('assistanceTitle');
  return (
    <SitePage context={context} title={title} back={{ href: '/account/acting', text: t('title') }}>
      <PageHeading lead={t('assistanceLead')}>{title}</PageHeading>
      <RefusedNotice context={context} />
      <form method="post" novalidate>
        <Input
          id="idNumber"
          name="idNumber"
          label={t('helperNumber')}
          hint={t('helperNumberHint')}
          autocomplete="off"
          attributes={{ inputmode: 'numeric', pattern: '([0-9] ?){12}', required: true }}
        />
        <Radios
          name="days"
          legend={t('helperDays')}
          value="7"
          options={assistanceDays.map((days) => ({
            value: String(days),
            text: t('helperDaysValue', { days }),
          }))}
        />
        <Button preventDoubleClick>{t('assistanceButton')}</Button>
      </form>
    </SitePage>
  );
}
