import { type DynamicModule, Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Platform, PlatformModule } from '#lib/platform';
import { createApp, NobodySignsIn, PrincipalReader, WebModule, WebSettings } from '#lib/web';
import { CataloguePortalModule } from '../src/pages/catalogue-portal.module.js';

@Module({ providers: [{ provide: PrincipalReader, useClass: NobodySignsIn }], exports: [PrincipalReader] })
class Nobody {}

@Module({})
class CatalogueAlone {}

/** The citizens' host with nothing but the catalogue, for nobody signed in. */
export async function cataloguePortal(platform: Platform): Promise<NestFastifyApplication> {
  Logger.overrideLogger(false);
  const settings = new WebSettings('portal', platform.config.portal, 'a'.repeat(64), async () => undefined);
  const platformModule = PlatformModule.of(platform);
  const module: DynamicModule = {
    module: CatalogueAlone,
    imports: [WebModule.of(settings, { module: Nobody }), CataloguePortalModule.with(platformModule)],
  };
  const app = await createApp(module, settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
