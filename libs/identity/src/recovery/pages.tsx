import { formatDateTime } from '#lib/calendar';
import type { FieldError, Typed } from '#lib/forms';
import { Button, InsetText, LinkList, type PageContext, PageHeading, SitePage } from '#lib/web';
import { PasskeyCeremony } from '../ceremony/passkey-ceremony.js';
import { CounterCode } from '../proofing/counter-code.js';
import type { CounterRequest } from '../proofing/counter-request.entity.js';
import { ClaimErrors, ClaimFields } from '../sign-up/claim-fields.js';
import { recoveryTexts } from './texts.js';

/** Every way back into an account, the easiest first. */
export function recoveryPage(context: PageContext) {
  const t = recoveryTexts(context.language);
  return (
    <SitePage context={context} title={t('title')} back={{ href: '/sign-in', text: t('signIn') }}>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <p>{t('otherDevice')}</p>
      <LinkList
        links={[
          { href: '/sign-in/national', title: t('nationalTitle'), text: t('nationalText') },
          { href: '/recovery/counter', title: t('counterTitle'), text: t('counterText') },
          { href: '/sign-up', title: t('phoneTitle'), text: t('phoneText') },
        ]}
      />
      <p>{t('noMail')}</p>
    </SitePage>
  );
}

interface Claiming {
  purpose: 'recovery' | 'unlock';
  typed: Typed;
  errors: FieldError[];
}

/** Who wants a code for the counter without being signed in. */
export function claimPage(context: PageContext, { purpose, typed, errors }: Claiming) {
  const { language } = context;
  const t = recoveryTexts(language);
  const title = t(purpose === 'unlock' ? 'unlockClaimTitle' : 'claimTitle');
  return (
    <SitePage context={context} title={title} errors={errors.length > 0}>
      <ClaimErrors language={language} errors={errors} />
      <PageHeading lead={t('claimLead')}>{title}</PageHeading>
      <form method="post" action="/recovery/counter" novalidate>
        <input type="hidden" name="purpose" value={purpose} />
        <ClaimFields language={language} typed={typed} errors={errors} />
        <Button preventDoubleClick>{t('getCode')}</Button>
      </form>
    </SitePage>
  );
}

/** The code, and how far the officers are. It looks the same whoever was claimed. */
export function codePage(context: PageContext, { request, code }: { request: CounterRequest; code: string }) {
  const t = recoveryTexts(context.language);
  const ready = request.state === 'approved';
  const unlock = request.purpose === 'unlock';
  const approved = ready && !unlock;
  const title = t(approved ? 'approvedTitle' : 'codeTitle');
  return (
    <SitePage context={context} title={title}>
      <PageHeading lead={t(unlock ? 'unlockCodeLead' : approved ? 'approvedLead' : 'codeLead')}>
        {title}
      </PageHeading>
      <CounterCode context={context} request={request} code={code} />
      {ready ? (
        <Button href={unlock ? '/sign-in' : '/recovery/passkey'}>{t(unlock ? 'signIn' : 'goOn')}</Button>
      ) : (
        <Button kind="secondary" href="/recovery/counter/code">
          {t('look')}
        </Button>
      )}
    </SitePage>
  );
}

/** A recovery by phone waits; its holder was told. */
export function waitingPage(context: PageContext, readyAt: Date) {
  const t = recoveryTexts(context.language);
  return (
    <SitePage context={context} title={t('waitTitle')}>
      <PageHeading lead={t('waitLead', { when: formatDateTime(context.language, readyAt) })}>
        {t('waitTitle')}
      </PageHeading>
      <p>{t('waitHow')}</p>
      <InsetText>{t('waitTold')}</InsetText>
    </SitePage>
  );
}

/** The new passkey, and what becomes of the old ones. */
export function newPasskeyPage(context: PageContext, by: 'counter' | 'phone') {
  const t = recoveryTexts(context.language);
  return (
    <SitePage context={context} title={t('passkeyTitle')} islands={['passkey']}>
      <PageHeading lead={t('passkeyLead')}>{t('passkeyTitle')}</PageHeading>
      {by === 'phone' ? <InsetText>{t('passkeyHold')}</InsetText> : null}
      <PasskeyCeremony
        context={context}
        kind="register"
        challengeHref="/recovery/passkey/challenge"
        verifyHref="/recovery/passkey"
        button={t('passkeyButton')}
      />
    </SitePage>
  );
}
