import { type DynamicModule, Module } from '@nestjs/common';
import { PrincipalReader } from '#lib/web';
import type { Audience } from '../audience.js';
import { sessionStrategy } from './session.strategy.js';
import { SessionPrincipals } from './session-principals.js';

/** Provides the `PrincipalReader` of an app whose users sign in: what the web guard asks. */
@Module({})
class PrincipalsModule {}

/** Citizens, by the portal's session cookie. */
export function portalPrincipals(platform: DynamicModule): DynamicModule {
  return principals('portal', platform);
}

/** Officers with their roles of this very moment, by the desk's session cookie. */
export function deskPrincipals(platform: DynamicModule): DynamicModule {
  return principals('desk', platform);
}

function principals(audience: Audience, platform: DynamicModule): DynamicModule {
  return {
    module: PrincipalsModule,
    imports: [platform],
    providers: [sessionStrategy(audience), { provide: PrincipalReader, useClass: SessionPrincipals }],
    exports: [PrincipalReader],
  };
}
