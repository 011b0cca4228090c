import {
  Button,
  type FormToMend,
  Input,
  MendSummary,
  mistakeIn,
  type PageContext,
  PageHeading,
  Radios,
  SitePage,
  typedIn,
} from '#lib/web';
import { assistanceDays } from './invite-assistant.js';
import { representationTexts } from './texts.js';

/** A citizen lets somebody of the community digital team prepare applications for them. */
export function assistancePage(context: PageContext, mend?: FormToMend) {
  const t = representationTexts(context.language);
  const title = t('assistanceTitle');
  return (
    <SitePage
      context={context}
      title={title}
      back={{ href: '/account/acting', text: t('title') }}
      errors={mend !== undefined}
    >
      <MendSummary context={context} mend={mend} />
      <PageHeading lead={t('assistanceLead')}>{title}</PageHeading>
      <form method="post" novalidate>
        <Input
          id="idNumber"
          name="idNumber"
          label={t('helperNumber')}
          hint={t('helperNumberHint')}
          value={typedIn(mend, 'idNumber')}
          error={mistakeIn(context, mend, 'idNumber')}
          autocomplete="off"
          attributes={{ inputmode: 'numeric', pattern: '([0-9] ?){12}', required: true }}
        />
        <Radios
          name="days"
          legend={t('helperDays')}
          value={typedIn(mend, 'days', '7')}
          error={mistakeIn(context, mend, 'days')}
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
