import { type DynamicModule, Module } from '@nestjs/common';
import { defineRefusalTexts, type Platform, PlatformModule } from '#lib/platform';
import { NobodySignsIn, PrincipalReader, WebModule, type WebSettings } from '#lib/web';
import { BusinessController } from './business/business.controller.js';
import { ConsoleController } from './console/console.controller.js';
import { ForeignInteractionController } from './foreign-provider/foreign-interaction.controller.js';
import { ForeignProvider } from './foreign-provider/foreign-provider.js';
import { InteractionController } from './identity-provider/interaction.controller.js';
import { NationalProvider } from './identity-provider/national-provider.js';
import { Desk } from './officers/desk.js';
import { OfficersController } from './officers/officers.controller.js';
import { PopulationController } from './population/population.controller.js';
import { RelyingPartyController } from './relying-party/relying-party.controller.js';
import { SampleClients } from './relying-party/sample-clients.js';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };
import { SmsController } from './sms/sms.controller.js';

defineRefusalTexts({ vi, en, fr });

/** The State's other systems, and the console to look into them. Nobody signs in. */
@Module({})
export class SandboxModule {
  static of(given: Platform, settings: WebSettings): DynamicModule {
    const desk = new Desk(given.config.desk.internalUrl, given.config.secrets.nationalApiKey);
    return {
      module: SandboxModule,
      imports: [PlatformModule.of(given), WebModule.of(settings, nobody())],
      controllers: [
        PopulationController,
        BusinessController,
        SmsController,
        ConsoleController,
        OfficersController,
        InteractionController,
        ForeignInteractionController,
        RelyingPartyController,
      ],
      providers: [{ provide: Desk, useValue: desk }, NationalProvider, ForeignProvider, SampleClients],
    };
  }
}

@Module({})
class NobodyModule {}

function nobody(): DynamicModule {
  return {
    module: NobodyModule,
    providers: [{ provide: PrincipalReader, useClass: NobodySignsIn }],
    exports: [PrincipalReader],
  };
}
