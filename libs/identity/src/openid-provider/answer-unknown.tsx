import type { Provider } from 'oidc-provider';
import { refusalWords } from '#lib/platform';
import { RefusalPage, renderPage } from '#lib/web';

const code = 'not-found';

/**
 * Answers what the provider has no endpoint for, where it would say two words in English: with the page of the house for
 * no such page, or as an error of RFC 6749 who asks for JSON.
 */
export function answerUnknown(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.status !== 404 || ctx.body) return;
    const context = ctx.req.pageContext;
    const words = context && refusalWords(code, context.language, {});
    ctx.status = 404;
    if (words && ctx.accepts('json', 'html') === 'html') {
      ctx.type = 'html';
      ctx.body = renderPage(<RefusalPage context={context} code={code} words={words} />);
    } else {
      ctx.body = { error: 'invalid_request', error_description: 'no such endpoint, or not by this method' };
    }
  });
}
