import { Button, Details, Input, InsetText, type PageContext, PageHeading, SitePage } from '#lib/web';
import { PasskeyCeremony } from '../ceremony/passkey-ceremony.js';
import { recoveryTexts } from '../recovery/texts.js';
import { signInTexts } from './texts.js';

/**
 * Sign in without a name: a field under which the browser lists passkeys, and a button that always works. `ended`: the
 * browser still shows a session that is over, and who comes here unawares is told why that may be.
 */
export function signInPage(context: PageContext, { next, ended }: { next: string; ended: boolean }) {
  const t = signInTexts(context.language);
  const portal = context.app === 'portal';
  return (
    <SitePage context={context} title={t('title')} islands={['passkey']}>
      <PageHeading lead={t(portal ? 'lead' : 'deskLead')}>{t('title')}</PageHeading>
      {ended ? <InsetText>{t(portal ? 'ended' : 'deskEnded')}</InsetText> : null}
      <PasskeyCeremony
        context={context}
        kind="use"
        challengeHref="/sign-in/challenge"
        verifyHref="/sign-in"
        extra={{ next }}
        button={t('button')}
      >
        <div data-passkey-autofill hidden>
          <Input
            name="username"
            label={t('field')}
            hint={t('fieldHint')}
            autocomplete="username webauthn"
            spellcheck={false}
            attributes={{ autocapitalize: 'none' }}
          />
        </div>
      </PasskeyCeremony>
      {portal ? (
        <>
          <Button kind="secondary" href={`/sign-in/national?next=${encodeURIComponent(next)}`}>
            {t('national')}
          </Button>
          <p>
            <a href={`/sign-in/abroad?next=${encodeURIComponent(next)}`}>{t('abroad')}</a>
          </p>
          <h2>{t('newTitle')}</h2>
          <p>{t('newText')}</p>
          <Button kind="secondary" href={`/sign-up?next=${encodeURIComponent(next)}`}>
            {t('newLink')}
          </Button>
          <Details summary={t('helpTitle')}>
            <p>{t('helpOther')}</p>
            <p>
              <a href="/recovery">{recoveryTexts(context.language)('title')}</a>
            </p>
          </Details>
        </>
      ) : (
        <Details summary={t('helpTitle')}>
          <p>{t('deskHelp')}</p>
        </Details>
      )}
    </SitePage>
  );
}
