import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { digest, type Platform, seal } from '#lib/platform';
import { acrValuesFor } from './accepted-levels.js';
import type { TrustedProvider } from './trusted-provider.js';

/** How long somebody may take at the provider. */
const requestMinutes = 15;
/** How long ago they may have shown the provider who they are, for a session here to begin. */
export const authenticatedWithinSeconds = 300;

/** What a browser must bring back, and we must still know. */
export interface RequestSecrets {
  nonce: string;
  verifier: string;
}

/**
 * Where to send the browser (OpenID Connect Core 1.0, section 3.1.2.1, with PKCE by RFC 7636). The request is bound to
 * the browser's pre-session and good once.
 */
export async function beginSignInElsewhere(
  platform: Platform,
  client: Configuration,
  wish: { provider: TrustedProvider; boundTo: Buffer; next: string; wantedLevel: 1 | 2; language: string },
): Promise<URL> {
  const { provider, boundTo, next, wantedLevel } = wish;
  const state = randomState();
  const secrets: RequestSecrets = { nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const hash = digest(state);
  const { config, clock, database } = platform;
  await database.query(
    `INSERT INTO identity.sign_in_request (state_hash, bound_to, provider, secrets_sealed, wanted_level, next, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      hash,
      boundTo,
      provider.name,
      seal(config.secrets.encryptionKey, requestPlace(hash), JSON.stringify(secrets)),
      wantedLevel,
      next,
      new Date(clock.now().getTime() + requestMinutes * 60_000),
    ],
  );
  return buildAuthorizationUrl(client, {
    redirect_uri: `${config.portal.origin}${provider.path}/callback`,
    scope: provider.scope,
    state,
    nonce: secrets.nonce,
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    acr_values: acrValuesFor(provider.name, wantedLevel),
    prompt: 'login',
    max_age: String(authenticatedWithinSeconds),
    ui_locales: wish.language,
  });
}

export function requestPlace(stateHash: Buffer) {
  return `sign-in-request:secrets:${stateHash.toString('base64url')}` as const;
}
