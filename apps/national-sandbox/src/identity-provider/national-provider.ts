import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Provider } from 'oidc-provider';
import { clientSecret, MountedProvider } from '#lib/identity';
import { Platform } from '#lib/platform';
import { Person } from '../population/person.entity.js';
import { identityLevels } from './identity-levels.js';
import { standInProvider } from './stand-in-provider.js';

const clientId = 'cong-dich-vu-cong';

/** The stand-in for the national identity provider: its people are those of the population register. */
@Injectable()
export class NationalProvider extends MountedProvider {
  constructor(
    private readonly platform: Platform,
    http: HttpAdapterHost,
  ) {
    super('/idp', platform.config.sandbox.origin, http);
  }

  protected make(): Promise<Provider> {
    const { platform } = this;
    return standInProvider(platform, {
      name: 'national',
      prefix: this.prefix,
      interactionPath: '/national-identity',
      scope: { name: 'identity', claims: ['id_number', 'name', 'birthdate'] },
      acrValues: identityLevels().map(({ acr }) => acr),
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret(platform, 'national', clientId),
          redirect_uris: [`${platform.config.portal.origin}/sign-in/national/callback`],
        },
      ],
      claimsOf: async (idNumber) => {
        const person = await platform.database.getRepository(Person).findOneBy({ idNumber });
        return person
          ? { sub: idNumber, id_number: idNumber, name: person.fullName, birthdate: person.birthDate }
          : undefined;
      },
    });
  }
}
