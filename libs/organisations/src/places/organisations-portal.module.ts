import { type DynamicModule, Module } from '@nestjs/common';
import { PlacesController } from './portal.controller.js';

/** What citizens may ask about places. */
@Module({})
export class OrganisationsPortalModule {
  static with(): DynamicModule {
    return { module: OrganisationsPortalModule, controllers: [PlacesController] };
  }
}
