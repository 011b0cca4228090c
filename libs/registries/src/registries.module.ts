import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, defineRefusalTexts, Platform } from '#lib/platform';
import { NationalSystem } from './national-system/national-system.js';
import { HttpPopulationRegister } from './population/http-population-register.js';
import { PopulationRegister } from './population/population-register.js';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };
import { HttpSmsGateway } from './sms/http-sms-gateway.js';
import { SmsGateway } from './sms/sms-gateway.js';

defineRefusalTexts({ vi, en, fr });

/** The State's other systems, as ports: `PopulationRegister` and `SmsGateway`. */
@Module({})
export class RegistriesModule {
  static with(platform: DynamicModule): DynamicModule {
    return {
      module: RegistriesModule,
      imports: [platform],
      providers: [
        {
          provide: PopulationRegister,
          inject: [Platform],
          useFactory: ({ config }: Platform) => new HttpPopulationRegister(populationRegister(config)),
        },
        {
          provide: SmsGateway,
          inject: [Platform],
          useFactory: ({ config }: Platform) => new HttpSmsGateway(smsGateway(config)),
        },
      ],
      exports: [PopulationRegister, SmsGateway],
    };
  }
}

function populationRegister({ sandbox, secrets }: Config): NationalSystem {
  return new NationalSystem({
    name: 'population register',
    url: sandbox.internalUrl,
    apiKey: secrets.nationalApiKey,
    unavailable: 'register-unavailable',
  });
}

function smsGateway({ sandbox, secrets }: Config): NationalSystem {
  return new NationalSystem({
    name: 'SMS gateway',
    url: sandbox.internalUrl,
    apiKey: secrets.nationalApiKey,
    unavailable: 'sms-unavailable',
  });
}
