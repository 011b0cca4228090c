import { formatDate } from '#lib/calendar';
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
import type { Person } from '../population/person.entity.js';
import type { IdentityLevel } from './identity-levels.js';
import { identityProviderTexts } from './texts.js';

interface InteractionPageProps {
  context: PageContext;
  people: Person[];
  levels: IdentityLevel[];
}

/** A tester's page: who signs in at the national identity provider, and at which level. */
export function InteractionPage({ context, people, levels }: InteractionPageProps) {
  const { language } = context;
  const t = identityProviderTexts(language);
  return (
    <SitePage context={context} title={t('title')}>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <WarningText>{t('standIn')}</WarningText>
      <form method="post">
        <Select
          name="person"
          label={t('person')}
          hint={t('personHint')}
          options={people.map(({ idNumber, fullName, birthDate }) => ({
            value: idNumber,
            text: `${fullName}, ${formatDate(language, birthDate)}, ${idNumber}`,
          }))}
        />
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
