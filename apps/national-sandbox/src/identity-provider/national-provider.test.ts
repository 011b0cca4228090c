import * as openid from 'openid-client';
import { Logger } from '@nestjs/common';
import { clientSecret } from '#lib/identity';
import type { Platform } from '#lib/platform';
import { startTestSandbox, type TestSandbox } from '../sandbox.fixture.js';

const minh = '001090012345';
const level2 = 'urn:x-vn-eid:level-2';
let world: TestSandbox;
let client: openid.Configuration;
const verifier = openid.randomPKCECodeVerifier();
const callback = 'http://localhost:3000/sign-in/national/callback';

beforeAll(async () => {
  Logger.overrideLogger(false);
  world = await startTestSandbox();
  const secret = clientSecret({ config: world.config } as Platform, 'national', 'cong-dich-vu-cong');
  const metadata = { id_token_signed_response_alg: 'ES256' };
  const auth = openid.ClientSecretBasic(secret);
  client = await openid.discovery(new URL(`${world.url}/idp`), 'cong-dich-vu-cong', metadata, auth, {
    execute: [openid.allowInsecureRequests],
  });
});
afterAll(() => world.close());

async function authorizationUrl(more: Record<string, string> = {}): Promise<URL> {
  return openid.buildAuthorizationUrl(client, {
    redirect_uri: callback,
    scope: 'openid identity',
    state: 'a-state',
    nonce: 'a-nonce',
    acr_values: level2,
    prompt: 'login',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  });
}

/** Follows redirects within the sandbox, with its cookies, until a page or an address elsewhere. */
class Visitor {
  readonly cookies = new Map<string, string>();

  async open(address: string | URL, form?: Record<string, string>): Promise<Response> {
    const url = new URL(address, world.url);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await world.page(url.pathname + url.search, form, { cookie });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const to = response.headers.get('location');
    if (!to || !URL.canParse(to, world.url) || new URL(to, world.url).origin !== world.url) return response;
    return this.open(to);
  }

  /** Opens the authorization address, chooses on the page, and says where it leads. */
  async choose(form: Record<string, string>, more: Record<string, string> = {}): Promise<URL> {
    const page = await this.open(await authorizationUrl(more));
    const action = new URL(page.url).pathname;
    const done = await this.open(action, form);
    return new URL(done.headers.get('location') ?? '');
  }
}

const checks = { expectedState: 'a-state', expectedNonce: 'a-nonce', pkceCodeVerifier: verifier };
const choice = { act: 'sign-in', person: minh, acr: level2 };

test('a person chosen by the tester signs in: identity, level and time are in the ID token', async () => {
  const back = await new Visitor().choose(choice);
  const claims = (await openid.authorizationCodeGrant(client, back, checks)).claims();
  expect(claims).toMatchObject({
    iss: `${world.url}/idp`,
    aud: 'cong-dich-vu-cong',
    nonce: 'a-nonce',
    acr: level2,
    id_number: minh,
    name: 'Nguyễn Văn Minh',
    birthdate: '1990-04-12',
  });
  expect(Math.abs(Number(claims?.auth_time) - Date.now() / 1000)).toBeLessThan(60);
  expect(claims?.sub).not.toContain(minh);
});

test('somebody else who signs in at the same browser comes back as themselves', async () => {
  const visitor = new Visitor();
  const names = [];
  for (const person of [minh, '034197008816', minh]) {
    const back = await visitor.choose({ ...choice, person });
    names.push((await openid.authorizationCodeGrant(client, back, checks)).claims()?.name);
  }
  expect(names).toEqual(['Nguyễn Văn Minh', 'Phạm Thị Lan', 'Nguyễn Văn Minh']);
});

test('a code is good once', async () => {
  const back = await new Visitor().choose(choice);
  await openid.authorizationCodeGrant(client, back, checks);
  await expect(openid.authorizationCodeGrant(client, back, checks)).rejects.toMatchObject({
    error: 'invalid_grant',
  });
});

test('who turns back comes back without a code', async () => {
  const back = await new Visitor().choose({ act: 'cancel' });
  expect(back.searchParams.get('error')).toBe('access_denied');
});

test('children, the dead and strangers have no account, and no other level exists', async () => {
  const visitor = new Visitor();
  const page = await visitor.open(await authorizationUrl());
  expect(await page.text()).not.toContain('001319007254');
  for (const wrong of [
    { person: '001319007254' },
    { person: '000000000000' },
    { acr: 'urn:x-vn-eid:level-9' },
  ])
    expect((await visitor.open(new URL(page.url).pathname, { ...choice, ...wrong })).status).toBe(422);
});

test('without PKCE nobody is asked anything', async () => {
  const url = await authorizationUrl();
  url.searchParams.delete('code_challenge');
  url.searchParams.delete('code_challenge_method');
  const back = new URL((await new Visitor().open(url)).headers.get('location') ?? '');
  expect(back.searchParams.get('error')).toBe('invalid_request');
});

test('an address that is not agreed is shown a page in words, and nobody is led there', async () => {
  const response = await new Visitor().open(await authorizationUrl({ redirect_uri: 'http://evil.example/' }));
  expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  expect(await response.text()).toContain('invalid_redirect_uri');
});

test('a page of another browser is over for this one', async () => {
  const page = await new Visitor().open(await authorizationUrl());
  expect((await new Visitor().open(new URL(page.url).pathname)).status).toBe(410);
});
