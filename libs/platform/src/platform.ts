import { randomBytes } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Clock } from './clock.js';
import type { Config } from './config/config.js';

/**
 * Where the randomness of passkeys' challenges comes from, of any length; it is asked once for each options reply. Given by
 * tests alone, so that published vectors can be replayed, as libs/identity/src/passkey/w3c-vectors.test.ts does. The other
 * seams for that are the `Clock`, and the settings PORTAL_ORIGIN and DESK_ORIGIN, with PORTAL_RP_ID and DESK_RP_ID where
 * the RP id is not the host name of the origin.
 */
export type ChallengeSource = () => Buffer;

/** What every controller may need of the outside: handed over once, by the app, at start. */
export class Platform {
  constructor(
    readonly config: Config,
    readonly database: DataSource,
    readonly clock: Clock,
    readonly newChallenge: ChallengeSource = () => randomBytes(32),
  ) {}
}

/** Provides `Platform` to the modules that import this very instance. */
@Module({})
export class PlatformModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: PlatformModule,
      providers: [{ provide: Platform, useValue: platform }],
      exports: [Platform],
    };
  }
}
