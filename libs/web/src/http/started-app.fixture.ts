import type { AddressInfo } from 'node:net';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadHosts } from '#lib/platform';
import { createApp } from './create-app.js';
import { PrincipalReader } from './principal.js';
import { WebModule } from './web.module.js';
import { WebSettings } from './web-settings.js';

@Module({})
class Nobody {}
@Module({})
class Root {}

/** An app that listens, with one controller and nobody signed in. */
export async function startedApp(
  controller: Type,
  keptMilliseconds?: number,
  trustedProxies?: string[],
): Promise<{ app: NestFastifyApplication; port: number }> {
  const { portal } = loadHosts({});
  const settings = new WebSettings('portal', portal, 'key', async () => undefined, keptMilliseconds);
  const reader: DynamicModule = {
    module: Nobody,
    providers: [{ provide: PrincipalReader, useValue: { read: async () => undefined } }],
    exports: [PrincipalReader],
  };
  const imports = [WebModule.of(settings, reader)];
  const app = await createApp({ module: Root, imports, controllers: [controller] }, settings, trustedProxies);
  await app.listen(0, '127.0.0.1');
  return { app, port: (app.getHttpServer().address() as AddressInfo).port };
}
