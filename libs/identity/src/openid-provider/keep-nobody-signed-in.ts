import type { Provider } from 'oidc-provider';

/**
 * Nobody stays signed in at the provider itself: each request asks anew who is there. So two people at one browser are
 * never mixed up, and none meets the page by which oidc-provider ends the session of the other, whose script our content
 * security policy does not run. Its codes and tokens must not end with the session (`expiresWithSession`).
 */
export function keepNobodySignedIn(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.oidc?.route === 'resume') await ctx.oidc.session?.destroy();
  });
}
