import { formatDateTime } from '#lib/calendar';
import { say } from '#lib/platform';
import {
  Button,
  doneFlash,
  EmptyState,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
} from '#lib/web';
import type { Consent } from './consent.entity.js';
import type { RelyingParty } from './relying-party.js';
import { sharedScopesIn } from './shared-scopes.js';
import { relyingPartyTexts } from './texts.js';

/** With whom I share what, since when, and the button that ends it. */
export function ownConsentsPage(context: PageContext, consents: Consent[], parties: RelyingParty[]) {
  const t = relyingPartyTexts(context.language);
  return (
    <SitePage
      context={context}
      title={t('consentsTitle')}
      back={{ href: '/account', text: t('account') }}
      flash={doneFlash(context, { ended: t('consentEnded') })}
    >
      <PageHeading lead={t('consentsLead')}>{t('consentsTitle')}</PageHeading>
      {consents.map((consent) => (
        <OneConsent
          context={context}
          consent={consent}
          party={parties.find(({ clientId }) => clientId === consent.clientId)}
        />
      ))}
      {consents.length > 0 ? (
        <p>{t('endsAtOnce')}</p>
      ) : (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      )}
    </SitePage>
  );
}

interface OneConsentProps {
  context: PageContext;
  consent: Consent;
  /** Undefined where the system no longer signs people in here. */
  party: RelyingParty | undefined;
}

function OneConsent({ context: { language }, consent, party }: OneConsentProps) {
  const t = relyingPartyTexts(language);
  const { id, clientId, scopes, givenAt, lastUsedAt } = consent;
  const title = party ? say(party.system, language) : t('unknownSystem', { clientId });
  const shared = sharedScopesIn(scopes.join(' '));
  return (
    <>
      <SummaryList
        card={{ title }}
        rows={[
          ...(party
            ? [
                { key: t('agency'), value: say(party.agency, language) },
                { key: t('purpose'), value: say(party.purpose, language) },
              ]
            : []),
          {
            key: t('shared'),
            value:
              shared.length > 0 ? (
                <ul class="govuk-list">
                  {shared.map((scope) => (
                    <li>{t(`scope-${scope}`)}</li>
                  ))}
                </ul>
              ) : (
                t('onlyThatItIsYou')
              ),
          },
          { key: t('since'), value: formatDateTime(language, givenAt) },
          { key: t('lastUsed'), value: formatDateTime(language, lastUsedAt) },
        ]}
      />
      <form method="post" action={`/account/consents/${id}/ending`}>
        <Button kind="secondary">
          {t('endOne')}
          <span class="govuk-visually-hidden"> ({title})</span>
        </Button>
      </form>
    </>
  );
}
