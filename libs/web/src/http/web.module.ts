import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { HealthController } from './health.controller.js';
import { RefusalFilter } from './refusal.filter.js';
import { WebSettings } from './web-settings.js';

/** The web layer of one app; `principals` is the module that provides the `PrincipalReader`. */
@Module({})
export class WebModule {
  static of(settings: WebSettings, principals: DynamicModule): DynamicModule {
    return {
      module: WebModule,
      imports: [principals],
      controllers: [HealthController],
      providers: [
        { provide: WebSettings, useValue: settings },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: RefusalFilter },
      ],
      exports: [WebSettings],
    };
  }
}
