import { type DynamicModule, Module } from '@nestjs/common';
import { PrincipalReader } from '#lib/web';
import type { Audience } from '../audience.js';
import { type MoreOfPrincipal, sessionStrategy } from './session.strategy.js';
import { SessionPrincipals } from './session-principals.js';

/** Provides the `PrincipalReader` of an app whose users sign in: what the web guard asks. */
@Module({})
class PrincipalsModule {}

/** Citizens, by the portal's session cookie. */
export function portalPrincipals(platform: DynamicModule): DynamicModule {
  return principals('portal', platform);
}

/**
 * Officers with their roles of this very moment, by the desk's session cookie; `more` adds what the pages of the desk
 * say of their work.
 */
export function deskPrincipals(platform: DynamicModule, more?: MoreOfPrincipal): DynamicModule {
  return principals('desk', platform, more);
}

function principals(audience: Audience, platform: DynamicModule, more?: MoreOfPrincipal): DynamicModule {
  return {
    module: PrincipalsModule,
    imports: [platform],
    providers: [sessionStrategy(audience, more), { provide: PrincipalReader, useClass: SessionPrincipals }],
    exports: [PrincipalReader],
  };
}
