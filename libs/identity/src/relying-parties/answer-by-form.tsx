import type { Provider } from 'oidc-provider';
import { Button, PageHeading, renderPage, SitePage } from '#lib/web';
import { leavingPolicy } from '../openid-provider/allow-leaving.js';
import { relyingPartyTexts } from './texts.js';

type ResponseMode = Parameters<Provider['registerResponseMode']>[1];

/**
 * How an answer goes back to a system that has it posted (OAuth 2.0 Form Post Response Mode), as systems in .NET do: a page
 * of ours whose form a script sends on, or a person. The page of oidc-provider has its script inside, which our content
 * security policy does not run: people saw nothing at all.
 */
export const answerByForm: ResponseMode = (ctx, redirectUri, answer) => {
  const { pageContext: context } = ctx.req;
  if (!context) throw new Error('a provider that is not mounted has no pages');
  const t = relyingPartyTexts(context.language);
  ctx.type = 'html';
  ctx.status = 200;
  ctx.set('content-security-policy', leavingPolicy(ctx.response.get('content-security-policy'), redirectUri));
  ctx.body = renderPage(
    <SitePage context={{ ...context, path: '/' }} title={t('backTitle')} islands={['forward']}>
      <PageHeading lead={t('backLead')}>{t('backTitle')}</PageHeading>
      <form method="post" action={redirectUri} data-forward>
        {Object.entries(answer).map(([name, value]) =>
          value === undefined ? null : <input type="hidden" name={name} value={String(value)} />,
        )}
        <Button>{t('backButton')}</Button>
      </form>
    </SitePage>,
  );
};
