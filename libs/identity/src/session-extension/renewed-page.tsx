import { type PageContext, PageHeading, SitePage } from '#lib/web';
import { renewedTexts } from './texts.js';

/** Says that the session goes on, and that what was typed waits in the other tab. */
export function renewedPage(context: PageContext) {
  const t = renewedTexts(context.language);
  return (
    <SitePage context={context} title={t('title')}>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
    </SitePage>
  );
}
