import { CodeText, type PageContext, PageHeading, SitePage } from '#lib/web';
import { relyingPartyTexts } from './texts.js';

/** What a person reads whose browser came with a request that cannot be served, with the code of RFC 6749. */
export function requestErrorPage(context: PageContext, error: string) {
  const t = relyingPartyTexts(context.language);
  return (
    <SitePage context={{ ...context, path: '/' }} title={t('errorTitle')}>
      <PageHeading>{t('errorTitle')}</PageHeading>
      <p>{t('errorText')}</p>
      <p>
        <CodeText>{error}</CodeText>
      </p>
    </SitePage>
  );
}
