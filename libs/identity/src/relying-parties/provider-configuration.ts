import type { Configuration } from 'oidc-provider';
import { blindIndex, type Platform } from '#lib/platform';
import { clientSecret } from '../openid-provider/client-secret.js';
import { loadOpenidProvider } from '../openid-provider/load-openid-provider.js';
import { providerAdapter } from '../openid-provider/provider-adapter.js';
import { signingKeys } from '../openid-provider/signing-keys.js';
import { accountOf } from './account-of.js';
import { acrValues } from './levels-as-claims.js';
import { relyingParties } from './relying-party.js';
import { sharedScopes } from './shared-scopes.js';
import { renderProviderError } from '../openid-provider/render-provider-error.js';
import { signInPolicy } from './sign-in-policy.js';

/** Where its endpoints are; the issuer is the origin of the portal with this path. */
export const portalPath = '/oidc';
/** What a code and an access token are good for at the most; a grant outlives both. */
const tokenSeconds = 600;
export const grantSeconds = 900;

/** Code flow with PKCE for systems we know, a subject of its own for each, and what a person allowed, no more. */
export async function providerConfiguration(platform: Platform): Promise<Configuration> {
  const { errors } = await loadOpenidProvider();
  const { blindIndexKey } = platform.config.secrets;
  return {
    adapter: providerAdapter(platform, 'identity.openid_item', 'portal'),
    jwks: await signingKeys(platform, 'identity.openid_key', 'portal', 'ES256'),
    clients: relyingParties(platform.config).map(({ clientId, redirectUris, scopes }) => ({
      client_id: clientId,
      client_secret: clientSecret(platform, 'portal', clientId),
      redirect_uris: redirectUris,
      scope: scopes.join(' '),
      subject_type: 'pairwise',
      id_token_signed_response_alg: 'ES256',
      require_auth_time: true,
    })),
    clientAuthMethods: ['client_secret_basic'],
    // Codes and tokens are for servers: no page of another site reads our answers.
    clientBasedCORS: () => false,
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, personId, { clientId }) =>
      blindIndex(blindIndexKey, `openid-subject:${clientId}:${personId}`),
    scopes: ['openid', ...Object.keys(sharedScopes)],
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], ...sharedScopes },
    acrValues,
    responseTypes: ['code'],
    // OpenID Connect wants it named; where it may be left out, oidc-provider 9.13 fails at an expired step that names a client.
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => true },
    routes: { userinfo: '/userinfo' },
    cookies: {
      keys: [blindIndex(blindIndexKey, 'openid-cookies')],
      names: { session: 'portal_oidc', interaction: 'portal_oidc_step', resume: 'portal_oidc_resume' },
      long: { path: portalPath, httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      claimsParameter: {
        enabled: true,
        // What a person shares is named by scopes alone, which each system is registered for.
        assertClaimsParameter: (_ctx, { id_token: idToken = {}, userinfo = {} }) => {
          const others = Object.keys(idToken).filter((name) => name !== 'acr' && name !== 'auth_time');
          if (others.length > 0 || Object.keys(userinfo).length > 0)
            throw new errors.InvalidRequest('only acr and auth_time can be asked for by claims');
        },
      },
    },
    ttl: {
      AccessToken: tokenSeconds,
      AuthorizationCode: 60,
      Grant: grantSeconds,
      IdToken: 300,
      Interaction: 1800,
      Session: 60,
    },
    // The session of the provider is gone before the code is exchanged; ours ends tokens by itself.
    expiresWithSession: () => false,
    interactions: { policy: await signInPolicy(platform), url: (_ctx, { uid }) => `/sharing/${uid}` },
    findAccount: (ctx, personId, token) =>
      accountOf(platform, personId, token?.clientId ?? ctx.oidc.client?.clientId),
    renderError: renderProviderError,
  };
}
