import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import request, { type Response } from 'supertest';
import type { DataSource } from 'typeorm';
import { ApplicationsPortalModule } from '#lib/applications';
import { CataloguePortalModule, revisionInForce } from '#lib/catalogue';
import { type Answers, visiblePages } from '#lib/forms';
import { IdentityPortalModule, portalPrincipals } from '#lib/identity';
import { NotificationsPortalModule } from '#lib/notifications';
import { blindIndex, newId, type Platform, PlatformModule } from '#lib/platform';
import {
  BusinessRegister,
  PopulationRegister,
  RecordedPopulationRegister,
  type RegisterPerson,
  SmsGateway,
} from '#lib/registries';
import { TransparencyPortalModule } from '#lib/transparency';
import { createApp, type Principal, WebModule, WebSettings } from '#lib/web';
import { sealContent } from '../libs/applications/src/draft/draft-content.js';
import { inputsIn } from '../libs/applications/src/draft/page-form.fixture.js';
import { Browser } from '../libs/identity/test/browser.js';
import { claimOf, lan } from '../libs/identity/test/people.js';
import { TestBusinessRegister, TestRegister, TestSms } from '../libs/identity/test/world.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { birthAnswers } from './file-application.js';

/** A citizen with an account and a passkey, signed in at the portal. */
export interface CitizenAtHome {
  id: string;
  name: string;
  browser: Browser;
  principal: Principal;
  get(path: string): Promise<Response>;
  post(path: string, fields?: Record<string, string>): Promise<Response>;
  /** Opens a page of a form, types over what stands there and sends it. */
  fill(path: string, fields?: Record<string, string>): Promise<Response>;
  upload(path: string, content: Buffer, name: string): Promise<Response>;
  /** A draft with these answers, as if every page had been sent; the birth of a child unless told otherwise. */
  draft(answers?: Answers): Promise<string>;
  /** Opens the signing page of a draft and confirms with the passkey: what the browser would post. */
  assertion(draftId: string): Promise<string>;
  /** Signs and files a draft. */
  sign(draftId: string): Promise<Response>;
}

export interface PortalWorld {
  db: TestDatabase;
  /** The database as its owner, to look at what really is there. */
  owner: DataSource;
  portal: Platform;
  /** The population register: whom it knows, and whose household. */
  register: TestRegister;
  business: TestBusinessRegister;
  /** What was sent to phones. */
  sms: TestSms;
  citizen(who?: RegisterPerson): Promise<CitizenAtHome>;
  close(): Promise<void>;
}

@Module({})
class Root {}
@Module({})
class Registries {}

/** The portal as its app is put together, on a database and a data folder of its own; the register is a test's. */
export async function createPortalWorld(): Promise<PortalWorld> {
  Logger.overrideLogger(false);
  const db = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-'));
  const portal = await db.platform('portal', { DATA_DIR: dataDir });
  const [owner, register, sms] = [await db.owner(), new TestRegister(), new TestSms()];
  const business = new TestBusinessRegister();
  const registries: DynamicModule = {
    module: Registries,
    providers: [
      { provide: PopulationRegister, useValue: new RecordedPopulationRegister(register, portal) },
      { provide: BusinessRegister, useValue: business },
      { provide: SmsGateway, useValue: sms },
    ],
    exports: [PopulationRegister, BusinessRegister, SmsGateway],
  };
  const settings = new WebSettings('portal', portal.config.portal, 'key', async () => undefined);
  const platform = PlatformModule.of(portal);
  const imports = [
    WebModule.of(settings, portalPrincipals(platform)),
    IdentityPortalModule.with(platform, registries),
    NotificationsPortalModule.with(platform),
    CataloguePortalModule.with(platform),
    ApplicationsPortalModule.with(platform, registries),
    TransparencyPortalModule.with(platform),
  ];
  const app = await createApp({ module: Root, imports }, settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  async function signUp(who: RegisterPerson): Promise<Browser> {
    register.add(who);
    const browser = new Browser(app.getHttpServer(), portal.config.portal.origin);
    await browser.postForm('/sign-up', claimOf(who));
    await browser.postForm('/sign-up/code', { code: sms.code });
    const done = await browser.register('/sign-up/passkey/challenge', '/sign-up/passkey');
    if (done.status !== 200) throw new Error(`Sign-up ended with ${done.status} ${done.text}`);
    return browser;
  }

  return {
    db,
    owner,
    portal,
    register,
    business,
    sms,
    async citizen(who = lan) {
      const browser = await signUp(who);
      const index = blindIndex(portal.config.secrets.blindIndexKey, who.idNumber);
      const [person]: { id: string }[] = await owner.query(
        'SELECT id FROM identity.person WHERE id_number_index = $1',
        [index],
      );
      if (!person) throw new Error('Nobody was signed up');
      return citizenWith(portal, browser, { id: person.id, name: who.fullName });
    },
    async close() {
      await app.close();
      await db.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

function citizenWith(portal: Platform, browser: Browser, who: { id: string; name: string }): CitizenAtHome {
  const citizen: CitizenAtHome = {
    ...who,
    browser,
    principal: {
      kind: 'citizen',
      ...who,
      sessionId: newId(),
      assurance: 1,
      authenticatedAt: portal.clock.now(),
      roles: [],
    },
    get: (path) => browser.get(path),
    post: (path, fields = {}) => browser.postForm(path, fields),
    async fill(path, fields = {}) {
      const shown = await browser.get(path);
      if (shown.status !== 200) throw new Error(`GET ${path}: ${shown.status} ${shown.headers.location}`);
      const inputs = inputsIn(shown.text) as Record<string, string>;
      return browser.postForm(path, { ...inputs, ...fields });
    },
    upload: (path, content, name) => upload(browser, path, { content, name }),
    draft: (answers = birthAnswers) => insertDraft(portal, who.id, answers),
    async assertion(draftId) {
      const page = await browser.get(signingOf(draftId));
      return JSON.stringify(browser.device.getJSON(browser.origin, signingOptionsIn(page.text)));
    },
    async sign(draftId) {
      return browser.postForm(signingOf(draftId), { assertion: await citizen.assertion(draftId) });
    },
  };
  return citizen;
}

const signingOf = (draftId: string) => `/drafts/${draftId}/signing`;

/** What a page with a `PasskeyForm` asks the browser to sign. */
export function signingOptionsIn(html: string): PublicKeyCredentialRequestOptionsJSON {
  const [, options] = /data-options="([^"]*)"/.exec(html) ?? [];
  if (!options) throw new Error('The page asks for no signature');
  return JSON.parse(options.replaceAll('&quot;', '"')) as PublicKeyCredentialRequestOptionsJSON;
}

async function insertDraft(portal: Platform, personId: string, answers: Answers): Promise<string> {
  const tx = portal.database.manager;
  const [id, now] = [newId(), portal.clock.now()];
  const { id: revisionId, definition } = await revisionInForce(tx, '1.001193', now);
  const done = visiblePages(definition.form, answers).map((page) => page.id);
  await tx.query(
    `INSERT INTO applications.draft (id, person_id, code, revision_id, answers_sealed, created_at, saved_at)
     VALUES ($1, $2, '1.001193', $3, $4, $5, $5)`,
    [id, personId, revisionId, sealContent(portal, id, { typed: {}, answers, done }), now],
  );
  return id;
}

/** Sends a file to the address of its field, without the page it stands on. */
async function upload(browser: Browser, path: string, file: { content: Buffer; name: string }) {
  const field = path.replace(/^.*\/papers\/|\?.*$/g, '');
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return request(browser.server)
    .post(path)
    .redirects(0)
    .ok(() => true)
    .set({ host: new URL(browser.origin).host, accept: 'text/html', origin: browser.origin, cookie })
    .attach(field, file.content, { filename: file.name });
}
