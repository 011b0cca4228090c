import { Button, InsetText, type PageContext, PageHeading, Panel, SitePage } from '#lib/web';
import { PasskeyCeremony } from '../ceremony/passkey-ceremony.js';
import type { RecoveryStage } from '../recovery/open-recovery.js';
import { recoveryTexts } from '../recovery/texts.js';
import { codeTries } from './give-code.js';
import { signUpTexts } from './texts.js';

/** The code cannot be given any more: begin again. */
export function overPage(context: PageContext) {
  const t = signUpTexts(context.language);
  return (
    <SitePage context={context} title={t('overTitle')}>
      <PageHeading caption={t('caption')}>{t('overTitle')}</PageHeading>
      <p>{t('overText', { tries: codeTries })}</p>
      <Button href="/sign-up">{t('again')}</Button>
    </SitePage>
  );
}

/**
 * Shown only to who gave the right code: there is an account already, and what to do without its passkey. Who asked to
 * recover it goes on with that.
 */
export function knownPage(context: PageContext, next: string, recovery: RecoveryStage | undefined) {
  const t = signUpTexts(context.language);
  return (
    <SitePage context={context} title={t('knownTitle')}>
      <PageHeading lead={t('knownText')}>{t('knownTitle')}</PageHeading>
      {recovery !== 'ready' && (
        <Button href={`/sign-in?next=${encodeURIComponent(next)}`}>{t('signIn')}</Button>
      )}
      <h2>{t('lostTitle')}</h2>
      <Lost context={context} recovery={recovery} />
      <p>
        <a href="/recovery">{recoveryTexts(context.language)('knownWays')}</a>
      </p>
    </SitePage>
  );
}

function Lost({ context, recovery }: { context: PageContext; recovery: RecoveryStage | undefined }) {
  const r = recoveryTexts(context.language);
  if (recovery === 'ready')
    return (
      <>
        <p>{r('knownReady')}</p>
        <Button href="/recovery/passkey">{r('knownGoOn')}</Button>
      </>
    );
  if (recovery === 'waiting')
    return (
      <p>
        <a href="/recovery/waiting">{r('knownWaiting')}</a>
      </p>
    );
  return (
    <>
      <p>{signUpTexts(context.language)('lostSync')}</p>
      <form method="post" action="/recovery">
        <Button kind="secondary" preventDoubleClick>
          {r('knownStart')}
        </Button>
      </form>
    </>
  );
}

/** What a passkey is, before the window of the device opens. */
export function passkeyPage(context: PageContext, name: string) {
  const t = signUpTexts(context.language);
  return (
    <SitePage context={context} title={t('passkeyTitle')} islands={['passkey']}>
      <PageHeading caption={t('caption')} lead={t('passkeyLead', { name })}>
        {t('passkeyTitle')}
      </PageHeading>
      <p>{t('passkeyWhat')}</p>
      <p>{t('passkeySafe')}</p>
      <InsetText>{t('passkeyShared')}</InsetText>
      <PasskeyCeremony
        context={context}
        kind="register"
        challengeHref="/sign-up/passkey/challenge"
        verifyHref="/sign-up/passkey"
        button={t('passkeyButton')}
      />
    </SitePage>
  );
}

/** After the window of the device: what there is now and how it is used. */
export function donePage(context: PageContext, next: string) {
  const t = signUpTexts(context.language);
  return (
    <SitePage context={context} title={t('doneTitle')}>
      <Panel title={t('doneTitle')} />
      <p>{t('doneText')}</p>
      <p>{t('doneSpare')}</p>
      <Button href={next}>{t('continue')}</Button>
    </SitePage>
  );
}
