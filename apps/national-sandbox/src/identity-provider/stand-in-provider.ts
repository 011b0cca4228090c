import type { AccountClaims, ClientMetadata, Provider } from 'oidc-provider';
import {
  keepNobodySignedIn,
  loadOpenidProvider,
  providerAdapter,
  renderProviderError,
  signingKeys,
} from '#lib/identity';
import { blindIndex, type Platform } from '#lib/platform';

export interface StandIn {
  /** Its name in our tables and cookies. */
  name: 'national' | 'foreign';
  /** Where its endpoints are; the issuer is the origin of the sandbox with this path. */
  prefix: string;
  /** Where it asks who somebody is; the id of the interaction follows. */
  interactionPath: string;
  /** The scope beside `openid`, and the claims it stands for. */
  scope: { name: string; claims: string[] };
  acrValues: string[];
  clients: ClientMetadata[];
  /** What it knows of an account of its own. */
  claimsOf(accountId: string): Promise<AccountClaims | undefined>;
}

/** A provider that plays one that is not ours: code flow with PKCE, one client it trusts, a subject of its own for each. */
export async function standInProvider(platform: Platform, standIn: StandIn): Promise<Provider> {
  const { Provider } = await loadOpenidProvider();
  const { name, prefix, scope } = standIn;
  const key = Buffer.from(platform.config.secrets.nationalApiKey, 'hex');
  const secretFor = (purpose: string, text: string) => blindIndex(key, `${purpose}:${name}:${text}`);
  const provider = new Provider(platform.config.sandbox.origin + prefix, {
    adapter: providerAdapter(platform, 'national.openid_item', name),
    jwks: await signingKeys(platform, 'national.openid_key', name, 'ES256'),
    clients: standIn.clients.map((client) => ({
      subject_type: 'pairwise',
      id_token_signed_response_alg: 'ES256',
      ...client,
    })),
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, accountId, client) => secretFor('subject', `${client.clientId}:${accountId}`),
    scopes: ['openid', scope.name],
    claims: { openid: ['sub'], [scope.name]: scope.claims, acr: null, auth_time: null, iss: null },
    conformIdTokenClaims: false,
    acrValues: standIn.acrValues,
    responseTypes: ['code'],
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => true },
    cookies: {
      keys: [secretFor('cookies', 'keys')],
      names: { session: `${name}_idp`, interaction: `${name}_idp_step`, resume: `${name}_idp_resume` },
      long: { path: prefix, httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
    },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 300,
      Interaction: 900,
      Session: 60,
    },
    expiresWithSession: () => false,
    interactions: { url: (_ctx, { uid }) => `${standIn.interactionPath}/${uid}` },
    findAccount: async (_ctx, accountId) => {
      const claims = await standIn.claimsOf(accountId);
      return claims && { accountId, claims: () => claims };
    },
    // Its client is the portal of the same State: what it may know is agreed, and nobody is asked.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(`openid ${scope.name}`);
      await grant.save();
      return grant;
    },
    renderError: renderProviderError,
  });
  provider.proxy = true;
  keepNobodySignedIn(provider);
  return provider;
}
