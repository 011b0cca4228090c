import { loadConfig, Platform, systemClock } from '#lib/platform';
import { WebSettings } from '#lib/web';
import { DeskModule } from '../apps/desk/src/desk.module.js';
import { SandboxModule } from '../apps/national-sandbox/src/sandbox.module.js';
import { PortalModule } from '../apps/portal/src/portal.module.js';
import { type Route, routesOf } from './routes-of.js';

const secrets = {
  ENCRYPTION_KEY: '11'.repeat(32),
  BLIND_INDEX_KEY: '22'.repeat(32),
  NATIONAL_API_KEY: '33'.repeat(32),
};
const config = loadConfig(secrets, 'postgres://nobody@127.0.0.1:1/none');
const platform = new Platform(config, undefined as never, systemClock);
const settings = new WebSettings('portal', config.portal, '', async () => undefined);

/** How each kind of caller shows who they are. */
const shown: Record<string, string> = {
  anyone: 'nothing; same origin for POST',
  citizen: 'session __Host-portal; same origin for POST',
  officer: 'session __Host-desk; same origin for POST; roles in the transition',
  system: 'bearer key; exempt from the same-origin check',
};

const aForm = 'own cookies of the provider; a secret in the form';

/**
 * What oidc-provider answers below its path, past Nest and its guards; kept by hand, from its `routes` and `features`.
 * Its callers show what they were given; the cookies it reads are its own, of use only with an interaction of theirs.
 */
const mounted: Record<string, string[]> = {
  portal: openidRoutes('/oidc', [
    ['/userinfo', 'GET', 'an access token; exempt from the same-origin check'],
    ['/userinfo', 'POST', 'an access token; exempt from the same-origin check'],
    ['/session/end/confirm', 'POST', aForm],
  ]),
  desk: [],
  sandbox: ['/idp', '/foreign-idp'].flatMap((prefix) =>
    openidRoutes(prefix, [
      ['/session/end', 'GET', aForm],
      ['/session/end', 'POST', aForm],
      ['/session/end/confirm', 'POST', aForm],
      ['/session/end/success', 'GET', 'nothing'],
    ]),
  ),
};

function openidRoutes(prefix: string, more: string[][]): string[] {
  return [
    ['/.well-known/openid-configuration', 'GET', 'nothing'],
    ['/.well-known/oauth-authorization-server', 'GET', 'nothing'],
    ['/jwks', 'GET', 'nothing'],
    ['/auth', 'GET', 'nothing; client, address and PKCE are checked'],
    ['/auth', 'POST', 'nothing; client, address and PKCE are checked'],
    ['/auth/:uid', 'GET', 'own cookies of the provider; an interaction that ended'],
    ['/token', 'POST', 'client secret, code and verifier; exempt from the same-origin check'],
    ...more,
  ].map(([path, method, how]) => `${prefix}${path}  ${method}  mounted: ${how}`);
}

/** Every route of an app: method, path, who may, how they are known. A change here is reviewed. */
test.each([
  ['portal', () => PortalModule.of(platform, settings)],
  ['desk', () => DeskModule.of(platform, settings)],
  ['sandbox', () => SandboxModule.of(platform, settings)],
])('the routes of the %s are those that were reviewed', (app, module) => {
  const routes = [...routesOf(module()).map(inWords), ...(mounted[app] ?? [])];
  expect(new Set(routes).size).toBe(routes.length);
  expect(routes.toSorted()).toMatchSnapshot();
});

test('every route names who may call it', () => {
  for (const app of [PortalModule, DeskModule, SandboxModule])
    for (const { who } of routesOf(app.of(platform, settings))) expect(Object.keys(shown)).toContain(who);
});

function inWords({ path, method, who }: Route): string {
  return `${path}  ${method}  ${who}: ${shown[who]}`;
}
