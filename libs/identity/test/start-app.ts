import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Platform, PlatformModule } from '#lib/platform';
import { createApp, WebModule, WebSettings } from '#lib/web';
import { IdentityDeskModule, IdentityPortalModule } from '../src/identity.modules.js';
import { deskPrincipals, portalPrincipals } from '../src/session/principals.module.js';

@Module({})
class Root {}

/** The portal with identity alone; without `registries` it asks the sandbox its platform names. */
export function startPortal(portal: Platform, registries?: DynamicModule): Promise<NestFastifyApplication> {
  return start('portal', portal, (platform, settings) => [
    WebModule.of(settings, portalPrincipals(platform)),
    registries ? IdentityPortalModule.with(platform, registries) : IdentityPortalModule.with(platform),
  ]);
}

/** The desk with identity alone; without `registries` it asks the sandbox its platform names. */
export function startDesk(desk: Platform, registries?: DynamicModule): Promise<NestFastifyApplication> {
  return start('desk', desk, (platform, settings) => [
    WebModule.of(settings, deskPrincipals(platform)),
    registries ? IdentityDeskModule.with(platform, registries) : IdentityDeskModule.with(platform),
  ]);
}

async function start(
  app: 'portal' | 'desk',
  given: Platform,
  imports: (platform: DynamicModule, settings: WebSettings) => DynamicModule[],
): Promise<NestFastifyApplication> {
  const { [app]: host, secrets } = given.config;
  const settings = new WebSettings(app, host, secrets.nationalApiKey, async () => undefined);
  const module = { module: Root, imports: imports(PlatformModule.of(given), settings) };
  const nest = await createApp(module, settings);
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  return nest;
}
