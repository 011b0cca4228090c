import { type DynamicModule, Module } from '@nestjs/common';
import { ProcedureController } from '../procedure/procedure.controller.js';
import { ProcedureListController } from '../search/list.controller.js';
import { HomeController } from './home/home.controller.js';

/** What citizens see of the catalogue: home, search, a page for every procedure. */
@Module({})
export class CataloguePortalModule {
  static with(platform: DynamicModule): DynamicModule {
    return {
      module: CataloguePortalModule,
      imports: [platform],
      controllers: [HomeController, ProcedureListController, ProcedureController],
    };
  }
}
