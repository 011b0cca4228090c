import { type PageContext, PageHeading, SitePage } from '#lib/web';
import { PasskeyCeremony } from '../ceremony/passkey-ceremony.js';
import { ownPasskeysTexts } from './texts.js';

/** What a further passkey is, before the window of the device opens. */
export function addPage(context: PageContext) {
  const t = ownPasskeysTexts(context.language);
  return (
    <SitePage
      context={context}
      title={t('addTitle')}
      islands={['passkey']}
      back={{ href: '/account/passkeys', text: t('back') }}
    >
      <PageHeading lead={t('addLead')}>{t('addTitle')}</PageHeading>
      <p>{t('addWhat')}</p>
      <PasskeyCeremony
        context={context}
        kind="register"
        challengeHref="/account/passkeys/challenge"
        verifyHref="/account/passkeys"
        button={t('addButton')}
      />
    </SitePage>
  );
}
