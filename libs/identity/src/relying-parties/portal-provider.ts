import { Injectable, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Provider } from 'oidc-provider';
import { Platform } from '#lib/platform';
import { loadOpenidProvider } from '../openid-provider/load-openid-provider.js';
import { keepNobodySignedIn } from '../openid-provider/keep-nobody-signed-in.js';
import { MountedProvider } from '../openid-provider/mounted-provider.js';
import { answerByForm } from './answer-by-form.js';
import { portalPath, providerConfiguration } from './provider-configuration.js';

const logger = new Logger('PortalProvider');

/** The portal as OpenID provider: systems of the State rely on its passkeys and on how surely it knows people. */
@Injectable()
export class PortalProvider extends MountedProvider {
  constructor(
    private readonly platform: Platform,
    http: HttpAdapterHost,
  ) {
    super(portalPath, platform.config.portal.origin, http);
  }

  protected async make(): Promise<Provider> {
    const { Provider: Bare } = await loadOpenidProvider();
    const { platform, prefix } = this;
    class OwnProvider extends Bare {
      override registerResponseMode(...[name, handler]: Parameters<Provider['registerResponseMode']>): void {
        super.registerResponseMode(name, name === 'form_post' ? answerByForm : handler);
      }
    }
    const provider = new OwnProvider(
      platform.config.portal.origin + prefix,
      await providerConfiguration(platform),
    );
    provider.proxy = true;
    provider.on('server_error', (_ctx, error) => logger.error(error.stack ?? error.message));
    keepNobodySignedIn(provider);
    return provider;
  }
}
