import { Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { Platform } from '#lib/platform';
import { clientSecret } from '../openid-provider/client-secret.js';
import { internalFetch } from './internal-fetch.js';
import { issuerOf, type ProviderName, trustedProviders } from './trusted-provider.js';

/** How long the metadata of a provider are believed before they are asked for again. */
const hour = 3_600_000;

/**
 * Us as a client of each provider: its metadata, asked for at the first sign-in, once for everybody who signs in then,
 * and believed for an hour. Where the provider does not answer after that, they are believed until it does.
 */
@Injectable()
export class ProviderClients {
  private readonly known = new Map<ProviderName, { client: Configuration; until: number }>();
  private readonly asked = new Map<ProviderName, Promise<Configuration>>();

  constructor(private readonly platform: Platform) {}

  /** Throws where the provider does not answer and never has. */
  async of(name: ProviderName): Promise<Configuration> {
    const known = this.known.get(name);
    if (known && known.until > Date.now()) return known.client;
    const asked = this.asked.get(name) ?? this.ask(name).finally(() => this.asked.delete(name));
    this.asked.set(name, asked);
    return known ? asked.catch(() => known.client) : asked;
  }

  private async ask(name: ProviderName): Promise<Configuration> {
    const { config } = this.platform;
    const provider = trustedProviders[name];
    const issuer = new URL(issuerOf(config, provider));
    const client = await discovery(
      issuer,
      provider.clientId,
      { id_token_signed_response_alg: 'ES256' },
      ClientSecretBasic(clientSecret(this.platform, name, provider.clientId)),
      {
        [customFetch]: internalFetch(config.sandbox),
        timeout: 5,
        execute: [
          // The signature of the ID token is checked too, and not only the line it came by.
          enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
        ],
      },
    );
    // Where browsers are sent, which openid-client looks at only then.
    const { authorization_endpoint: page = '' } = client.serverMetadata();
    if (new URL(page).origin !== issuer.origin) throw new Error('The metadata send browsers to another host');
    this.known.set(name, { client, until: Date.now() + hour });
    return client;
  }
}
