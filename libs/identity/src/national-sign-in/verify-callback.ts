import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  type Configuration,
  type IDToken,
} from 'openid-client';
import { digest, type Platform, unseal } from '#lib/platform';
import { levelOf } from './accepted-levels.js';
import { authenticatedWithinSeconds, type RequestSecrets, requestPlace } from './begin-sign-in.js';
import { ProviderAway } from './internal-fetch.js';
import { SignInFailure } from './sign-in-failure.js';
import type { TrustedProvider } from './trusted-provider.js';

/** What a provider vouches for, and everything of it is checked. */
export interface VerifiedIdentity {
  issuer: string;
  subject: string;
  acr: string;
  /** The level of ours that `acr` stands for. */
  level: 1 | 2;
  authenticatedAt: Date;
  claims: IDToken;
  /** Local path that was asked for at the beginning. */
  next: string;
}

/** How far the clock of a provider may be ahead of ours. */
const clockSkewSeconds = 60;

interface RequestRow {
  secretsSealed: string;
  wantedLevel: 1 | 2;
  next: string;
}

/**
 * Takes the answer of a provider: the request must be this browser's, not used and not over; the code is exchanged and
 * the ID token checked by openid-client (signature, issuer, audience, nonce, times); `acr` is checked by us.
 * Throws `SignInFailure`.
 */
export async function verifyCallback(
  platform: Platform,
  client: () => Promise<Configuration>,
  answer: { provider: TrustedProvider; boundTo: Buffer | undefined; pathAndQuery: string },
): Promise<VerifiedIdentity> {
  const { provider } = answer;
  const url = new URL(platform.config.portal.origin + answer.pathAndQuery);
  const state = url.searchParams.get('state') ?? '';
  const request = await takeRequest(platform, provider, state, answer.boundTo);
  const { encryptionKey } = platform.config.secrets;
  const secrets = JSON.parse(
    unseal(encryptionKey, requestPlace(digest(state)), request.secretsSealed),
  ) as RequestSecrets;
  try {
    const claims = await exchange(client, url, state, secrets);
    if (claims.iat > platform.clock.now().getTime() / 1000 + clockSkewSeconds)
      throw new SignInFailure('not-verified', 'iat');
    return identityIn(claims, provider, request);
  } catch (error) {
    if (error instanceof SignInFailure) error.query = queryOf(request);
    throw error;
  }
}

function identityIn(claims: IDToken, { name }: TrustedProvider, request: RequestRow): VerifiedIdentity {
  const level = levelOf(name, claims.acr);
  if (!level || level < request.wantedLevel) throw new SignInFailure('level-too-low', 'acr');
  return {
    issuer: claims.iss,
    subject: claims.sub,
    acr: String(claims.acr),
    level,
    authenticatedAt: new Date(Number(claims.auth_time) * 1000),
    claims,
    next: request.next,
  };
}

function queryOf({ wantedLevel, next }: RequestRow): string {
  const asked = { ...(wantedLevel === 2 && { level: '2' }), ...(next !== '/' && { next }) };
  const query = String(new URLSearchParams(asked));
  return query && `?${query}`;
}

async function takeRequest(
  { database, clock }: Platform,
  { name }: TrustedProvider,
  state: string,
  boundTo: Buffer | undefined,
): Promise<RequestRow> {
  const [rows]: [RequestRow[]] = await database.query(
    `DELETE FROM identity.sign_in_request
      WHERE state_hash = $1 AND bound_to = $2 AND provider = $3 AND expires_at > $4
      RETURNING secrets_sealed AS "secretsSealed", wanted_level AS "wantedLevel", next`,
    [digest(state), boundTo ?? Buffer.alloc(0), name, clock.now()],
  );
  if (!rows[0]) throw new SignInFailure('expired', 'no such request in this browser');
  return rows[0];
}

async function exchange(
  client: () => Promise<Configuration>,
  url: URL,
  expectedState: string,
  { nonce, verifier }: RequestSecrets,
): Promise<IDToken> {
  try {
    const tokens = await authorizationCodeGrant(await client(), url, {
      expectedState,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      maxAge: authenticatedWithinSeconds,
      idTokenExpected: true,
    });
    return sound(tokens.claims());
  } catch (error) {
    throw failureOf(error);
  }
}

/**
 * What openid-client leaves to us: a subject is at most 255 ASCII characters (OpenID Connect Core 1.0, section 2), and nobody
 * has shown who they are later than now, by its clock and with its tolerance of 30 seconds.
 */
function sound(claims: IDToken | undefined): IDToken {
  const ahead = Number(claims?.auth_time) - Date.now() / 1000;
  if (!claims || !/^[\x20-\x7e]{1,255}$/.test(claims.sub) || ahead > 30) throw new Error('unsound claims');
  return claims;
}

/** What a person is told of what openid-client threw. */
export function failureOf(error: unknown): SignInFailure {
  if (error instanceof AuthorizationResponseError && error.error === 'access_denied')
    return new SignInFailure('cancelled');
  for (let each: unknown = error; each instanceof Error; each = each.cause)
    if (each instanceof ProviderAway || each.name === 'TimeoutError')
      return new SignInFailure('unavailable', each.message);
  const { name, code, message } = error as Error & { code?: string };
  return new SignInFailure('not-verified', code ?? `${name}: ${message}`);
}
