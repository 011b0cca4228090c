import { say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
  WarningText,
} from '#lib/web';
import type { PersonalDetails } from '../person/personal-details.js';
import type { RelyingParty } from './relying-party.js';
import type { SharedScope } from './shared-scopes.js';
import { sharedValue } from './shared-value.js';
import { relyingPartyTexts } from './texts.js';

interface Sharing {
  party: RelyingParty;
  scopes: SharedScope[];
  person: PersonalDetails;
  /** What the person agreed to before. */
  agreed: string[];
}

/** Exactly what goes to whom and what for, before it does. */
export function sharingPage(context: PageContext, { party, scopes, person, agreed }: Sharing) {
  const { language } = context;
  const t = relyingPartyTexts(language);
  const names = { agency: say(party.agency, language), system: say(party.system, language) };
  return (
    <SitePage context={context} title={t('title')}>
      <PageHeading lead={t('lead', names)}>{t('heading', names)}</PageHeading>
      {party.invented ? <WarningText>{t('invented')}</WarningText> : null}
      <h2>{t('purposeTitle')}</h2>
      <p>{say(party.purpose, language)}</p>
      <h2>{t('sharedTitle')}</h2>
      {scopes.length > 0 ? (
        <SummaryList
          rows={scopes.map((scope) => ({
            key: t(`scope-${scope}`),
            value: (
              <>
                {sharedValue(language, person, scope)}
                {scope === 'id_number' ? <Note>{t('idNumberWhole')}</Note> : null}
                {agreed.includes(scope) ? <Note>{t('already')}</Note> : null}
              </>
            ),
          }))}
        />
      ) : (
        <p>{t('onlyThatItIsYou')}</p>
      )}
      <h2>{t('alwaysTitle')}</h2>
      <p>{t('always')}</p>
      <p>{t('never')}</p>
      <form method="post">
        <p>{t('end')}</p>
        <ButtonGroup>
          <Button name="act" value="allow" preventDoubleClick>
            {t('allow')}
          </Button>
          <Button name="act" value="refuse" kind="secondary">
            {t('refuse')}
          </Button>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}

function Note({ children }: { children: string }) {
  return (
    <>
      <br />
      <span class="secondary">{children}</span>
    </>
  );
}
