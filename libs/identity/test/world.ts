import { type DynamicModule, Logger } from '@nestjs/common';
import { type ChallengeSource, Platform, Refusal } from '#lib/platform';
import {
  BusinessRegister,
  type HouseholdMember,
  PopulationRegister,
  RecordedPopulationRegister,
  type RegisterEnterprise,
  type RegisterPerson,
  SmsGateway,
} from '#lib/registries';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { Browser } from './browser.js';
import { startDesk, startPortal } from './start-app.js';

/** A register that knows whom a test tells it of. */
export class TestRegister extends PopulationRegister {
  readonly people = new Map<string, RegisterPerson>();
  asked: string[] = [];
  /** Of whichever household is asked for. */
  members: HouseholdMember[] = [];

  add(...people: RegisterPerson[]): void {
    for (const person of people) this.people.set(person.idNumber, person);
  }

  async findPerson(idNumber: string, purpose: string): Promise<RegisterPerson | undefined> {
    this.asked.push(purpose);
    return this.people.get(idNumber);
  }

  async household(): Promise<HouseholdMember[]> {
    return this.members;
  }
}

/** A business register that knows which enterprises a test tells it of, and can be away. */
export class TestBusinessRegister extends BusinessRegister {
  readonly enterprises = new Map<string, RegisterEnterprise>();
  away = false;
  asked: string[] = [];

  add(...enterprises: RegisterEnterprise[]): void {
    for (const enterprise of enterprises) this.enterprises.set(enterprise.taxCode, enterprise);
  }

  async findEnterprise(taxCode: string): Promise<RegisterEnterprise | undefined> {
    if (this.away) throw new Refusal('business-register-unavailable', 503);
    this.asked.push(taxCode);
    return this.enterprises.get(taxCode);
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

type Env = Record<string, string>;

export interface World {
  db: TestDatabase;
  register: TestRegister;
  business: TestBusinessRegister;
  sms: TestSms;
  /** Both as the portal's ports. */
  registries: DynamicModule;
  portal: Platform;
  desk: Platform;
  /** A new browser at the portal or at the desk. */
  browser(at: 'portal' | 'desk'): Browser;
  close(): Promise<void>;
}

/**
 * Portal and desk with identity alone, in one process as in `npm start`, on a database of their own. To replay passkeys
 * of elsewhere over HTTP: `newChallenge` hands out their challenges, `portal` and `desk` take the settings of their site
 * (PORTAL_ORIGIN, PORTAL_RP_ID and the like), and `db.clock.set` says when it is.
 */
export async function createWorld(
  given: { portal?: Env; desk?: Env; newChallenge?: ChallengeSource } = {},
): Promise<World> {
  Logger.overrideLogger(false);
  const db = await createTestDatabase();
  const register = new TestRegister();
  const business = new TestBusinessRegister();
  const sms = new TestSms();
  const registriesOf = (asker: Platform): DynamicModule => ({
    module: class TestRegistries {},
    providers: [
      { provide: PopulationRegister, useValue: new RecordedPopulationRegister(register, asker) },
      { provide: BusinessRegister, useValue: business },
      { provide: SmsGateway, useValue: sms },
    ],
    exports: [PopulationRegister, BusinessRegister, SmsGateway],
  });
  const platform = async (app: 'portal' | 'desk') => {
    const { config, database, clock } = await db.platform(app, given[app]);
    return new Platform(config, database, clock, given.newChallenge);
  };
  const [portal, desk] = [await platform('portal'), await platform('desk')];
  const apps = {
    portal: await startPortal(portal, registriesOf(portal)),
    desk: await startDesk(desk, registriesOf(desk)),
  };
  return {
    db,
    register,
    business,
    sms,
    registries: registriesOf(portal),
    portal,
    desk,
    browser: (at) => new Browser(apps[at].getHttpServer(), portal.config[at].origin),
    close: async () => {
      await apps.portal.close();
      await apps.desk.close();
      await db.close();
    },
  };
}
