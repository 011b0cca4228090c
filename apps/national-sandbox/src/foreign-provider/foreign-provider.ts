import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Provider } from 'oidc-provider';
import { clientSecret, MountedProvider } from '#lib/identity';
import { Platform } from '#lib/platform';
import { standInProvider } from '../identity-provider/stand-in-provider.js';
import { foreignPeople } from './foreign-people.js';

const clientId = 'vn-public-services';

/** The identity provider of a neighbour that does not exist, with an issuer, a key and people of its own. */
@Injectable()
export class ForeignProvider extends MountedProvider {
  static readonly acr = 'urn:x-foreign-eid:substantial';

  constructor(
    private readonly platform: Platform,
    http: HttpAdapterHost,
  ) {
    super('/foreign-idp', platform.config.sandbox.origin, http);
  }

  protected make(): Promise<Provider> {
    const { platform } = this;
    return standInProvider(platform, {
      name: 'foreign',
      prefix: this.prefix,
      interactionPath: '/foreign-identity',
      scope: { name: 'profile', claims: ['name'] },
      acrValues: [ForeignProvider.acr],
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret(platform, 'foreign', clientId),
          redirect_uris: [`${platform.config.portal.origin}/sign-in/abroad/callback`],
        },
      ],
      claimsOf: async (accountId) => {
        const person = foreignPeople().find(({ id }) => id === accountId);
        return person && { sub: person.id, name: person.name };
      },
    });
  }
}
