import { type DynamicModule, Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Platform, PlatformModule } from '#lib/platform';
import { type HouseholdMember, PopulationRegister, type RegisterPerson, SmsGateway } from '#lib/registries';
import { createApp, WebModule, WebSettings } from '#lib/web';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { IdentityDeskModule, IdentityPortalModule } from '../src/identity.modules.js';
import { deskPrincipals, portalPrincipals } from '../src/session/principals.module.js';
import { Browser } from './browser.js';

/** A register that knows whom a test tells it of. */
export class TestRegister extends PopulationRegister {
  readonly people = new Map<string, RegisterPerson>();
  asked: string[] = [];

  add(...people: RegisterPerson[]): void {
    for (const person of people) this.people.set(person.idNumber, person);
  }

  async findPerson(idNumber: string, purpose: string): Promise<RegisterPerson | undefined> {
    this.asked.push(purpose);
    return this.people.get(idNumber);
  }

  async household(): Promise<HouseholdMember[]> {
    return [];
  }
}

/** A gateway that keeps what it was given. */
export class TestSms extends SmsGateway {
  sent: { to: string; text: string }[] = [];

  async send(to: string, text: string): Promise<void> {
    this.sent.push({ to, text });
  }

  /** The code in the newest message. */
  get code(): string {
    const code = /\b\d{6}\b/.exec(this.sent.at(-1)?.text ?? '')?.[0];
    if (!code) throw new Error('No code was sent');
    return code;
  }
}

@Module({})
class Root {}

export interface World {
  db: TestDatabase;
  register: TestRegister;
  sms: TestSms;
  portal: Platform;
  desk: Platform;
  portalApp: NestFastifyApplication;
  /** A new browser at the portal or at the desk. */
  browser(at: 'portal' | 'desk'): Browser;
  close(): Promise<void>;
}

/** Portal and desk with identity alone, in one process as in `npm start`, on a database of their own. */
export async function createWorld(): Promise<World> {
  Logger.overrideLogger(false);
  const db = await createTestDatabase();
  const register = new TestRegister();
  const sms = new TestSms();
  const registries: DynamicModule = {
    module: class TestRegistries {},
    providers: [
      { provide: PopulationRegister, useValue: register },
      { provide: SmsGateway, useValue: sms },
    ],
    exports: [PopulationRegister, SmsGateway],
  };
  const portal = await db.platform('portal');
  const desk = await db.platform('desk');
  const portalApp = await start('portal', portal, (platform) => [
    WebModule.of(settings('portal', portal), portalPrincipals(platform)),
    IdentityPortalModule.with(platform, registries),
  ]);
  const deskApp = await start('desk', desk, (platform) => [
    WebModule.of(settings('desk', desk), deskPrincipals(platform)),
    IdentityDeskModule.with(platform),
  ]);
  const apps = { portal: portalApp, desk: deskApp };
  return {
    db,
    register,
    sms,
    portal,
    desk,
    portalApp,
    browser: (at) => new Browser(apps[at].getHttpServer(), portal.config[at].origin),
    close: async () => {
      await portalApp.close();
      await deskApp.close();
      await db.close();
    },
  };
}

function settings(app: 'portal' | 'desk', platform: Platform): WebSettings {
  return new WebSettings(
    app,
    platform.config[app],
    platform.config.secrets.nationalApiKey,
    async () => undefined,
  );
}

async function start(
  app: 'portal' | 'desk',
  platform: Platform,
  imports: (platform: DynamicModule) => DynamicModule[],
): Promise<NestFastifyApplication> {
  const module: DynamicModule = { module: Root, imports: imports(PlatformModule.of(platform)) };
  const nest = await createApp(module, settings(app, platform), false);
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  return nest;
}
