import * as openid from 'openid-client';
import type { PendingSignIn, SampleMemory } from './sample-memory.js';

type SignedIn = NonNullable<SampleMemory['signedIn']>;

/** Why nobody was signed in: the error of OAuth, or one of ours. */
export class SampleFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A sign-in to begin: where to send the browser, and what to remember. `acr`: the level without which it is not enough. */
export async function beginSampleSignIn(
  client: openid.Configuration,
  wish: { redirectUri: string; scope: string; acr?: string; fresh: boolean },
): Promise<{ url: URL; pending: PendingSignIn }> {
  const { redirectUri, scope, acr, fresh } = wish;
  const pending: PendingSignIn = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
    ...(acr && { acr }),
  };
  const url = openid.buildAuthorizationUrl(client, {
    redirect_uri: redirectUri,
    scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ...(acr && { claims: JSON.stringify({ id_token: { acr: { essential: true, value: acr } } }) }),
    ...(fresh && { max_age: '0' }),
  });
  return { url, pending };
}

/** What the portal answers, checked by openid-client and, as to the level, by us. Throws `SampleFailure`. */
export async function finishSampleSignIn(
  client: openid.Configuration,
  url: URL,
  pending: PendingSignIn | undefined,
): Promise<SignedIn> {
  if (!pending) throw new SampleFailure('no-sign-in-under-way');
  const { state, nonce, verifier, acr } = pending;
  try {
    const tokens = await openid.authorizationCodeGrant(client, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const idToken = tokens.claims();
    if (!idToken || (acr && idToken.acr !== acr)) throw new SampleFailure('level-too-low');
    const accessToken = tokens.access_token;
    return { idToken, accessToken, userinfo: await openid.fetchUserInfo(client, accessToken, idToken.sub) };
  } catch (error) {
    throw error instanceof SampleFailure ? error : new SampleFailure(errorCode(error));
  }
}

/** Asks the portal once more; throws `SampleFailure` where it tells nothing any more. */
export async function askAgain(
  client: openid.Configuration,
  { accessToken, idToken }: SignedIn,
): Promise<openid.UserInfoResponse> {
  return openid.fetchUserInfo(client, accessToken, idToken.sub).catch((error: unknown) => {
    throw new SampleFailure(errorCode(error));
  });
}

function errorCode(error: unknown): string {
  if (error instanceof openid.WWWAuthenticateChallengeError)
    return error.cause[0]?.parameters.error ?? 'unauthorized';
  const { error: code } = error as { error?: unknown };
  return typeof code === 'string' && /^[\w-]{1,60}$/.test(code) ? code : 'not-verified';
}
