import { say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  type PageContext,
  PageHeading,
  Radios,
  Select,
  SitePage,
  WarningText,
} from '#lib/web';
import type { IdentityLevel } from './identity-levels.js';
import type { IdentityProviderTexts } from './texts.js';

interface InteractionPageProps {
  context: PageContext;
  t: IdentityProviderTexts;
  /** Whom a tester may be, by account. */
  choices: { value: string; text: string }[];
  /** Of one level alone nothing is asked. */
  levels: IdentityLevel[];
}

/** A tester's page: who signs in at an identity provider, and at which level. */
export function InteractionPage({ context, t, choices, levels }: InteractionPageProps) {
  const { language } = context;
  return (
    <SitePage context={context} title={t('title')}>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <WarningText>{t('standIn')}</WarningText>
      <form method="post">
        <Select name="person" label={t('person')} hint={t('personHint')} options={choices} />
        {levels.length > 1 ? (
          <Radios
            name="acr"
            legend={t('level')}
            hint={t('levelHint')}
            value={levels.at(-1)?.acr}
            options={levels.map(({ acr, label, hint }) => ({
              value: acr,
              text: say(label, language),
              hint: say(hint, language),
            }))}
          />
        ) : (
          <input type="hidden" name="acr" value={levels[0]?.acr} />
        )}
        <ButtonGroup>
          <Button name="act" value="sign-in" preventDoubleClick>
            {t('signIn')}
          </Button>
          <Button name="act" value="cancel" kind="secondary">
            {t('cancel')}
          </Button>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}
