import {
  Button,
  CodeText,
  InsetText,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
  WarningText,
} from '#lib/web';
import type { SampleMemory } from './sample-memory.js';
import type { SampleParty } from './sample-party.js';
import { sampleTexts } from './texts.js';

interface SampleView {
  party: SampleParty;
  signedIn?: SampleMemory['signedIn'] | undefined;
  /** Why nobody is signed in (any more), as OAuth names it. */
  failure?: string;
}

/** The one page of a sample: the ways to sign in, or what the portal told of who did. */
export function samplePage(context: PageContext, { party, signedIn, failure }: SampleView) {
  const t = sampleTexts(context.language);
  const home = `/${party.clientId}`;
  const title = t(`${party.clientId}.title`);
  return (
    <SitePage context={context} title={title} back={{ href: '/', text: t('console') }}>
      <PageHeading lead={t(`${party.clientId}.lead`)}>{title}</PageHeading>
      <WarningText>{t('invented')}</WarningText>
      {failure ? (
        <InsetText>
          <p>
            {t(failure === 'access_denied' ? 'refused' : failure === 'invalid_token' ? 'ended' : 'failed')}
          </p>
          <p data-code={failure}>
            <CodeText>{failure}</CodeText>
          </p>
        </InsetText>
      ) : null}
      {signedIn ? (
        <SignedIn context={context} home={home} signedIn={signedIn} />
      ) : (
        <>
          <Button href={`${home}/sign-in`}>{t('signIn')}</Button>
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`${home}/sign-in?level=2`}>
                {t('signInLevel2')}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`${home}/sign-in?fresh`}>
                {t('signInFresh')}
              </a>
            </li>
          </ul>
        </>
      )}
    </SitePage>
  );
}

interface SignedInProps {
  context: PageContext;
  home: string;
  signedIn: NonNullable<SampleMemory['signedIn']>;
}

function SignedIn({ context, home, signedIn: { idToken, userinfo } }: SignedInProps) {
  const t = sampleTexts(context.language);
  return (
    <>
      <h2>{t('userinfoTitle')}</h2>
      <Claims claims={userinfo} />
      <h2>{t('idTokenTitle')}</h2>
      <Claims claims={idToken} />
      <p>
        <a class="govuk-link" href={`${home}?again`}>
          {t('again')}
        </a>
      </p>
      <form method="post" action={`${home}/sign-out`}>
        <Button kind="secondary">{t('signOut')}</Button>
      </form>
    </>
  );
}

function Claims({ claims }: { claims: object }) {
  return (
    <SummaryList
      rows={Object.entries(claims).map(([name, value]) => ({
        key: <CodeText>{name}</CodeText>,
        value: <span class="written">{typeof value === 'string' ? value : JSON.stringify(value)}</span>,
      }))}
    />
  );
}
