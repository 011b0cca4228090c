import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type Provider from 'oidc-provider';
import { clientSecret, mountProvider } from '#lib/identity';
import { Platform } from '#lib/platform';
import { Person } from '../population/person.entity.js';
import { identityLevels } from './identity-levels.js';
import { standInProvider } from './stand-in-provider.js';

const prefix = '/idp';
const clientId = 'cong-dich-vu-cong';

/** The stand-in for the national identity provider: its people are those of the population register. */
@Injectable()
export class NationalProvider implements OnModuleInit {
  private provider: Promise<Provider> | undefined;

  constructor(
    private readonly platform: Platform,
    private readonly http: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const { origin } = this.platform.config.sandbox;
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    mountProvider(fastify, { prefix, origin }, () => this.get());
  }

  get(): Promise<Provider> {
    this.provider ??= this.make().catch((error: unknown) => {
      this.provider = undefined;
      throw error;
    });
    return this.provider;
  }

  private make(): Promise<Provider> {
    const { platform } = this;
    return standInProvider(platform, {
      name: 'national',
      prefix,
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
