import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, defineRefusalTexts, Platform } from '#lib/platform';
import { BusinessRegister } from './business/business-register.js';
import { HttpBusinessRegister } from './business/http-business-register.js';
import { NationalSystem } from './national-system/national-system.js';
import { HttpPopulationRegister } from './population/http-population-register.js';
import { PopulationRegister } from './population/population-register.js';
import { RecordedPopulationRegister } from './population/recorded-population-register.js';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };
import { HttpSmsGateway } from './sms/http-sms-gateway.js';
import { SmsGateway } from './sms/sms-gateway.js';

defineRefusalTexts({ vi, en, fr });

/** The State's other systems, as ports: `PopulationRegister`, `BusinessRegister` and `SmsGateway`. */
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
          useFactory: (given: Platform) => populationRegisterOf(given),
        },
        {
          provide: BusinessRegister,
          inject: [Platform],
          useFactory: ({ config }: Platform) => new HttpBusinessRegister(businessRegister(config)),
        },
        {
          provide: SmsGateway,
          inject: [Platform],
          useFactory: ({ config }: Platform) => smsGatewayOf(config),
        },
      ],
      exports: [PopulationRegister, BusinessRegister, SmsGateway],
    };
  }
}

/** The population register for a program that is no Nest application. */
export function populationRegisterOf(platform: Platform): RecordedPopulationRegister {
  const { sandbox, secrets } = platform.config;
  const system = new NationalSystem({
    name: 'population register',
    url: sandbox.internalUrl,
    apiKey: secrets.nationalApiKey,
    unavailable: 'register-unavailable',
  });
  return new RecordedPopulationRegister(new HttpPopulationRegister(system), platform);
}

function businessRegister({ sandbox, secrets }: Config): NationalSystem {
  return new NationalSystem({
    name: 'business register',
    url: sandbox.internalUrl,
    apiKey: secrets.nationalApiKey,
    unavailable: 'business-register-unavailable',
  });
}

/** The text-message gateway for a program that is no Nest application. */
export function smsGatewayOf({ sandbox, secrets }: Config): HttpSmsGateway {
  const system = new NationalSystem({
    name: 'SMS gateway',
    url: sandbox.internalUrl,
    apiKey: secrets.nationalApiKey,
    unavailable: 'sms-unavailable',
  });
  return new HttpSmsGateway(system);
}
