import { type DynamicModule, Module } from '@nestjs/common';
import { AgenciesApiController } from '../agencies/agencies-api.controller.js';
import { OfficersApiController } from './officers-api.controller.js';

/** What other systems may ask of the desk about agencies and officers. */
@Module({})
export class OrganisationsDeskModule {
  static with(platform: DynamicModule): DynamicModule {
    return {
      module: OrganisationsDeskModule,
      imports: [platform],
      controllers: [OfficersApiController, AgenciesApiController],
    };
  }
}
