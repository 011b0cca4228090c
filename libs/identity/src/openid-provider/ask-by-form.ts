import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';

/** Longer than any request of ours, shorter than what a line of HTTP may hold. */
const mostBytes = 8192;

/**
 * Takes a request to sign in that is posted as a form (OpenID Connect Core 1.0, section 3.1.2.1) as the same request by
 * GET: oidc-provider takes posted ones only with cookies that go along to every site, and these need not. Refuses a
 * longer one, or one of unsaid length, as an error of RFC 6749 (413).
 */
export function askByForm(provider: Provider): void {
  provider.use(async (ctx, next) => {
    if (ctx.method !== 'POST' || ctx.path !== '/auth' || !ctx.is('urlencoded')) return next();
    if ((ctx.request.length ?? Infinity) > mostBytes) {
      ctx.status = 413;
      ctx.body = { error: 'invalid_request', error_description: `more than ${mostBytes} bytes` };
      return;
    }
    const asked = new URLSearchParams(await text(ctx.req));
    ctx.status = 303;
    ctx.redirect(`${provider.issuer}/auth?${asked}`);
  });
}
