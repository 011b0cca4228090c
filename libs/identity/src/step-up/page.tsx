import { Button, type PageContext, PageHeading, SitePage } from '#lib/web';
import { PasskeyCeremony } from '../ceremony/passkey-ceremony.js';
import { signInTexts } from '../sign-in/texts.js';

/** Asks a citizen who is signed in to use a passkey once more. */
export function stepUpPage(context: PageContext, next: string) {
  // An identity of a lower level than the one held would not do.
  const level = context.principal?.assurance === 2 ? '&level=2' : '';
  const t = signInTexts(context.language);
  return (
    <SitePage context={context} title={t('againTitle')} islands={['passkey']}>
      <PageHeading lead={t('againLead')}>{t('againTitle')}</PageHeading>
      <PasskeyCeremony
        context={context}
        kind="use"
        challengeHref="/step-up/challenge"
        verifyHref="/step-up"
        extra={{ next }}
        button={t('againButton')}
      />
      <p>{t('againElsewhere')}</p>
      <Button kind="secondary" href={`/sign-in/national?next=${encodeURIComponent(next)}${level}`}>
        {t('againNational')}
      </Button>
    </SitePage>
  );
}
