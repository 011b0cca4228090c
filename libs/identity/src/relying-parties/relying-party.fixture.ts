import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as openid from 'openid-client';
import type { Response } from 'supertest';
import type { Browser } from '../../test/browser.js';
import type { World } from '../../test/world.js';
import { internalFetch } from '../national-sign-in/internal-fetch.js';
import { clientSecret } from '../openid-provider/client-secret.js';

export const checks = { expectedState: 'a-state', expectedNonce: 'a-nonce' };
const verifier = openid.randomPKCECodeVerifier();
type Parameters = Record<string, string>;

/** A system with openid-client, as foreign to the portal as any: it speaks HTTP with it and nothing else. */
export async function startRelyingParty(world: World, clientId: string, secret?: string) {
  const { config } = world.portal;
  const server = world.browser('portal').server as Server;
  if (!server.listening) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const internalUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = await openid.discovery(
    new URL(`${config.portal.origin}/oidc`),
    clientId,
    { id_token_signed_response_alg: 'ES256' },
    openid.ClientSecretBasic(secret ?? clientSecret(world.portal, 'portal', clientId)),
    {
      [openid.customFetch]: internalFetch({ ...config.portal, internalUrl }),
      execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
    },
  );
  const redirectUri = `${config.sandbox.origin}/${clientId}/callback`;

  async function requestPath(more: Parameters = {}, less: string[] = []): Promise<string> {
    const url = openid.buildAuthorizationUrl(client, {
      redirect_uri: redirectUri,
      scope: 'openid profile assurance',
      state: checks.expectedState,
      nonce: checks.expectedNonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...more,
    });
    for (const name of less) url.searchParams.delete(name);
    return url.pathname + url.search;
  }

  const inside = (address: string) => address.startsWith('/') || address.startsWith(config.portal.origin);

  /** Opens a page of the portal and goes where it leads, to a page or out of the portal. */
  async function follow(browser: Browser, path: string): Promise<Response> {
    const response = await browser.get(path.replace(config.portal.origin, ''));
    const to = response.headers.location as string | undefined;
    return to && inside(to) && !/^\/(sign-in|step-up|account)/.test(to) ? follow(browser, to) : response;
  }

  return {
    client,
    redirectUri,
    requestPath,
    follow,
    /** Sends a person to the portal: the page they read there, or what brings them back. */
    ask: async (browser: Browser, more?: Parameters, less?: string[]) =>
      follow(browser, await requestPath(more, less)),
    /** Answers the page and comes back with a code or an error. */
    decide: async (browser: Browser, page: Response, act: 'allow' | 'refuse'): Promise<URL> => {
      const path = new URL(page.request.url).pathname;
      const { headers } = await browser.postForm(path, { act });
      return new URL((await follow(browser, headers.location as string)).headers.location as string);
    },
    exchange: (back: URL, more: Partial<openid.AuthorizationCodeGrantChecks> = {}) =>
      openid.authorizationCodeGrant(client, back, { ...checks, pkceCodeVerifier: verifier, ...more }),
    userinfo: (token: string, subject: string) => openid.fetchUserInfo(client, token, subject),
  };
}

export type TestRelyingParty = Awaited<ReturnType<typeof startRelyingParty>>;
