import type { Configuration } from 'oidc-provider';
import { CodeText, PageHeading, renderPage, SitePage } from '#lib/web';
import { openidProviderTexts } from './texts.js';

/**
 * What a person reads whose browser came with a request the provider cannot serve, with the code of RFC 6749. For
 * `renderError` of a provider's configuration.
 */
export const renderProviderError: NonNullable<Configuration['renderError']> = (ctx, { error }) => {
  const context = ctx.req.pageContext;
  ctx.type = 'html';
  if (!context) {
    ctx.body = error;
    return;
  }
  const t = openidProviderTexts(context.language);
  ctx.body = renderPage(
    <SitePage context={{ ...context, path: '/' }} title={t('errorTitle')}>
      <PageHeading>{t('errorTitle')}</PageHeading>
      <p>{t('errorText')}</p>
      <p>
        <CodeText>{error}</CodeText>
      </p>
    </SitePage>,
  );
};
