import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationsPortalModule } from '#lib/applications';
import { CataloguePortalModule } from '#lib/catalogue';
import { IdentityPortalModule, portalPrincipals } from '#lib/identity';
import { NotificationsPortalModule } from '#lib/notifications';
import { OrganisationsPortalModule } from '#lib/organisations';
import { type Platform, PlatformModule } from '#lib/platform';
import { TransparencyPortalModule } from '#lib/transparency';
import { WebModule, type WebSettings } from '#lib/web';

/** The citizens' host. */
@Module({})
export class PortalModule {
  static of(given: Platform, settings: WebSettings): DynamicModule {
    const platform = PlatformModule.of(given);
    return {
      module: PortalModule,
      imports: [
        WebModule.of(settings, portalPrincipals(platform)),
        CataloguePortalModule.with(platform),
        IdentityPortalModule.with(platform),
        NotificationsPortalModule.with(platform),
        OrganisationsPortalModule.with(),
        ApplicationsPortalModule.with(platform),
        TransparencyPortalModule.with(platform),
      ],
    };
  }
}
