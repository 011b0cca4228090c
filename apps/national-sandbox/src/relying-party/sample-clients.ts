import { Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import { clientSecret, internalFetch } from '#lib/identity';
import { Platform } from '#lib/platform';
import type { SampleParty } from './sample-party.js';

/** The samples as clients of the portal, which they find by its metadata at the first sign-in. */
@Injectable()
export class SampleClients {
  private readonly known = new Map<string, openid.Configuration>();

  constructor(private readonly platform: Platform) {}

  /** Throws where the portal does not answer. */
  async of({ clientId }: SampleParty): Promise<openid.Configuration> {
    const known = this.known.get(clientId);
    if (known) return known;
    const { portal } = this.platform.config;
    const issuer = new URL(`${portal.origin}/oidc`);
    const client = await openid.discovery(
      issuer,
      clientId,
      { id_token_signed_response_alg: 'ES256' },
      openid.ClientSecretBasic(clientSecret(this.platform, 'portal', clientId)),
      {
        [openid.customFetch]: internalFetch(portal),
        timeout: 5,
        execute: [
          openid.enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
        ],
      },
    );
    this.known.set(clientId, client);
    return client;
  }
}
