import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationsDeskModule, stuckFor } from '#lib/applications';
import { DesigningDeskModule } from '#lib/designing';
import { deskPrincipals, IdentityDeskModule } from '#lib/identity';
import { OrganisationsDeskModule } from '#lib/organisations';
import { type Platform, PlatformModule } from '#lib/platform';
import { TransparencyDeskModule } from '#lib/transparency';
import { WebModule, type WebSettings } from '#lib/web';

/** The officers' host. */
@Module({})
export class DeskModule {
  static of(given: Platform, settings: WebSettings): DynamicModule {
    const platform = PlatformModule.of(given);
    return {
      module: DeskModule,
      imports: [
        WebModule.of(settings, deskPrincipals(platform, stuckFor)),
        OrganisationsDeskModule.with(platform),
        IdentityDeskModule.with(platform),
        ApplicationsDeskModule.with(platform),
        TransparencyDeskModule.with(platform),
        DesigningDeskModule.with(platform),
      ],
    };
  }
}
