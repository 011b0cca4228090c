import { CodeText, type PageContext, PageHeading, SitePage } from '#lib/web';
import { identityProviderTexts } from './texts.js';

/** What a person reads whose browser came with a request the provider cannot serve, with the code of RFC 6749. */
export function ProviderErrorPage({ context, error }: { context: PageContext; error: string }) {
  const t = identityProviderTexts(context.language);
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
