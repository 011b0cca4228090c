import { Button, type PageContext, PageHeading, SitePage } from '#lib/web';
import { PasskeyCeremony } from '../ceremony/passkey-ceremony.js';
import { nationalSignInTexts } from './texts.js';

/** Offers a passkey to who has none, and takes no for an answer. */
export function offerPage(context: PageContext, next: string) {
  const t = nationalSignInTexts(context.language);
  return (
    <SitePage context={context} title={t('offerTitle')} islands={['passkey']}>
      <PageHeading lead={t('offerLead')}>{t('offerTitle')}</PageHeading>
      <p>{t('offerText')}</p>
      <PasskeyCeremony
        context={context}
        kind="register"
        challengeHref="/account/passkeys/challenge"
        verifyHref="/account/passkeys"
        extra={{ next }}
        button={t('offerButton')}
      />
      <Button kind="secondary" href={next}>
        {t('offerLater')}
      </Button>
    </SitePage>
  );
}
