import { Button, ButtonGroup, type PageContext, PageHeading, SitePage, WarningText } from '#lib/web';
import { lockTexts } from './texts.js';

/** The last look before an identity is locked: what stops, what goes on, how it is unlocked. */
export function lockPage(context: PageContext) {
  const t = lockTexts(context.language);
  return (
    <SitePage context={context} title={t('title')} back={{ href: '/account', text: t('account') }}>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <ul>
        <li>{t('endsSessions')}</li>
        <li>{t('stopsPasskeys')}</li>
        <li>{t('goesOn')}</li>
      </ul>
      <WarningText>{t('unlockNeeds')}</WarningText>
      <form method="post">
        <ButtonGroup>
          <Button kind="warning" preventDoubleClick>
            {t('lock')}
          </Button>
          <a class="govuk-link" href="/account">
            {t('keep')}
          </a>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}

/** An identity is locked, and how it is unlocked. */
export function lockedPage(context: PageContext) {
  const t = lockTexts(context.language);
  return (
    <SitePage context={context} title={t('lockedTitle')}>
      <PageHeading lead={t('lockedLead')}>{t('lockedTitle')}</PageHeading>
      <h2>{t('unlockTitle')}</h2>
      <p>{t('unlockCounter')}</p>
      <Button href="/recovery/counter?purpose=unlock">{t('unlockButton')}</Button>
      <p>
        <a href="/sign-in/national?level=2">{t('unlockNational')}</a>
      </p>
      <p>{t('goesOn')}</p>
    </SitePage>
  );
}
