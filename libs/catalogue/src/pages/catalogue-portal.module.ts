import { type DynamicModule, Module } from '@nestjs/common';
import { setScopeNames } from '#lib/identity';
import { ChoiceController } from '../choosing/choice.controller.js';
import { FormSchemaController } from '../form-schema/form-schema.controller.js';
import { FeedController } from '../open-catalogue/feed.controller.js';
import { OpenApiController } from '../open-catalogue/openapi.controller.js';
import { RecordController } from '../open-catalogue/record.controller.js';
import { SitemapController } from '../open-catalogue/sitemap.controller.js';
import { ProcedureController } from '../procedure/procedure.controller.js';
import { ProcedureListController } from '../search/list.controller.js';
import { SuggestionsController } from '../search/suggestions/suggestions.controller.js';
import { scopeNames } from '../search/scope-names.js';
import { HomeController } from './home/home.controller.js';

/** What citizens see of the catalogue: home, search, a page for every procedure. */
@Module({})
export class CataloguePortalModule {
  static with(platform: DynamicModule): DynamicModule {
    setScopeNames(scopeNames);
    return {
      module: CataloguePortalModule,
      imports: [platform],
      controllers: [
        HomeController,
        ProcedureListController,
        SuggestionsController,
        ProcedureController,
        ChoiceController,
        FormSchemaController,
        RecordController,
        FeedController,
        SitemapController,
        OpenApiController,
      ],
    };
  }
}
