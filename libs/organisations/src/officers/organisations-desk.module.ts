import { type DynamicModule, Module } from '@nestjs/common';
import { AgenciesApiController } from '../agencies/agencies-api.controller.js';
import { GrantsController } from '../grants/desk.controller.js';
import { OfficerIdentityController } from '../officer-identity/desk.controller.js';
import { OfficersApiController } from './officers-api.controller.js';

/** What other systems may ask of the desk about agencies and officers, and the room of the administrators. */
@Module({})
export class OrganisationsDeskModule {
  static with(platform: DynamicModule): DynamicModule {
    return {
      module: OrganisationsDeskModule,
      imports: [platform],
      controllers: [
        OfficersApiController,
        AgenciesApiController,
        GrantsController,
        OfficerIdentityController,
      ],
    };
  }
}
