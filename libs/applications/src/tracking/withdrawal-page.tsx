import type { ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import { newId, say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  CodeText,
  type PageContext,
  PageHeading,
  SitePage,
  WarningText,
} from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { texts } from './texts.js';

interface WithdrawalPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
}

/** Withdrawing, with its consequences said before the button; the version and the key travel with the form. */
export function WithdrawalPage({ context, application, definition, agency }: WithdrawalPageProps) {
  const { language } = context;
  const t = texts(language);
  const here = `/applications/${application.id}`;
  return (
    <SitePage context={context} title={t('withdraw')} back={{ href: here, text: application.number }}>
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
      >
        {t('withdraw')}
      </PageHeading>
      <WarningText>{t('withdraw-for-good')}</WarningText>
      <ul>
        <li>{t('withdraw-stops', { agency: agencyName(agency, language) })}</li>
        <li>{t('withdraw-kept')}</li>
        <li>{t('withdraw-again')}</li>
        <li>{t('withdraw-fee')}</li>
      </ul>
      <p>{t('withdraw-until')}</p>
      <form method="post" action={`${here}/withdrawal`}>
        <input type="hidden" name="version" value={application.version} />
        <input type="hidden" name="key" value={newId()} />
        <ButtonGroup>
          <Button kind="warning" preventDoubleClick>
            {t('withdraw')}
          </Button>
          <a class="govuk-link" href={here}>
            {t('withdraw-not')}
          </a>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}
