import { Button, ButtonGroup, type PageContext, PageHeading, SitePage, WarningText } from '#lib/web';
import type { Passkey } from '../passkey/passkey.entity.js';
import { passkeyName } from './passkey-name.js';
import { ownPasskeysTexts } from './texts.js';

/** The last look before a passkey is removed; for the only one, why that cannot be and what to do instead. */
export function removalPage(context: PageContext, passkey: Passkey, last: boolean) {
  const t = ownPasskeysTexts(context.language);
  const lead = last ? (context.app === 'portal' ? 'lastLead' : 'lastLeadDesk') : 'removeLead';
  const title = last ? t('lastTitle') : t('removeTitle', { name: passkeyName(context.language, passkey) });
  return (
    <SitePage context={context} title={title} back={{ href: '/account/passkeys', text: t('back') }}>
      <PageHeading lead={t(lead)}>{title}</PageHeading>
      {last ? (
        context.app === 'portal' && <Button href="/account/passkeys/new">{t('add')}</Button>
      ) : (
        <>
          <WarningText>{t('removeOnDevice')}</WarningText>
          <form method="post">
            <ButtonGroup>
              <Button kind="warning" preventDoubleClick>
                {t('removeButton')}
              </Button>
              <a class="govuk-link" href="/account/passkeys">
                {t('keep')}
              </a>
            </ButtonGroup>
          </form>
        </>
      )}
    </SitePage>
  );
}
