import { type DynamicModule, Module } from '@nestjs/common';
import { HomeController } from './home.controller.js';

/** What citizens see of the catalogue: home, search, a page for every procedure. */
@Module({})
export class CataloguePortalModule {
  static with(platform: DynamicModule): DynamicModule {
    return { module: CataloguePortalModule, imports: [platform], controllers: [HomeController] };
  }
}
