import { Button, ButtonGroup, type PageContext, PageHeading, SitePage, WarningText } from '#lib/web';
import type { Organisation } from '../representation/organisation.entity.js';
import { organisationTexts } from './texts.js';

/** The last look before the account of an organisation is closed: what ends, what goes on. */
export function closingPage(context: PageContext, { id, name }: Organisation) {
  const t = organisationTexts(context.language);
  const back = `/account/organisations/${id}`;
  return (
    <SitePage context={context} title={t('closeTitle')} back={{ href: back, text: name }}>
      <PageHeading caption={name}>{t('closeTitle')}</PageHeading>
      <ul>
        <li>{t('closeEnds')}</li>
        <li>{t('closeGoesOn')}</li>
        <li>{t('closeAgain')}</li>
      </ul>
      <WarningText>{t('closeAtOnce')}</WarningText>
      <form method="post" action={`${back}/closing`}>
        <ButtonGroup>
          <Button kind="warning" preventDoubleClick>
            {t('closeButton')}
          </Button>
          <a class="govuk-link" href={back}>
            {t('closeKeep')}
          </a>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}
