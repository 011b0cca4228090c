import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamicModule, Injectable, Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import request, { type Response, type Test } from 'supertest';
import { DocumentsPortalModule } from '#lib/documents';
import { blindIndex, newId, type Platform, PlatformModule, Refusal, seal } from '#lib/platform';
import {
  type HouseholdMember,
  PopulationRegister,
  RecordedPopulationRegister,
  type RegisterPerson,
} from '#lib/registries';
import { createApp, type Principal, PrincipalReader, WebModule, WebSettings } from '#lib/web';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { draftPortalControllers } from './controllers.js';

/** A register that knows one household, and can be away. */
class TestRegister extends PopulationRegister {
  members: HouseholdMember[] = [];
  away = false;
  asked: string[] = [];

  async findPerson(idNumber: string, purpose: string): Promise<RegisterPerson | undefined> {
    this.answer(purpose);
    return this.members.find((member) => member.idNumber === idNumber);
  }

  async household(idNumber: string, purpose: string): Promise<HouseholdMember[]> {
    this.answer(`${purpose} household`);
    return this.members.some((member) => member.idNumber === idNumber) ? this.members : [];
  }

  private answer(purpose: string): void {
    if (this.away) throw new Refusal('register-unavailable', 503);
    this.asked.push(purpose);
  }
}

/** The principal is whom the test names in a header. */
@Injectable()
class HeaderPrincipals extends PrincipalReader {
  async read({ headers }: FastifyRequest): Promise<Principal | undefined> {
    const shown = headers['x-test-principal'];
    if (typeof shown !== 'string') return undefined;
    const principal = JSON.parse(Buffer.from(shown, 'base64').toString()) as Principal;
    return { ...principal, authenticatedAt: new Date(principal.authenticatedAt) };
  }
}

@Module({})
class Principals {}
@Module({})
class Registries {}
@Module({})
class Root {}

export interface DraftWorld {
  db: TestDatabase;
  platform: Platform;
  register: TestRegister;
  app: NestFastifyApplication;
  /** A person with an account; Nguyễn Văn Minh unless told otherwise. */
  citizen(details?: { name?: string; idNumber?: string; assurance?: 0 | 1 | 2 }): Promise<Citizen>;
  close(): Promise<void>;
}

/** A signed-in citizen at the portal. */
export interface Citizen {
  principal: Principal;
  get(path: string): Promise<Response>;
  post(path: string, fields?: Record<string, string | string[]>): Promise<Response>;
  /** Sends a file as a browser does, under the name given. */
  upload(path: string, content: Buffer, name: string): Promise<Response>;
  /** The bare request, with everything a browser says of itself. */
  request(method: 'get' | 'post', path: string): Test;
}

/** The drafts' part of the portal on a database and a data folder of its own. */
export async function createDraftWorld(): Promise<DraftWorld> {
  Logger.overrideLogger(false);
  const dataDir = await mkdtemp(join(tmpdir(), 'drafts-'));
  const db = await createTestDatabase();
  const platform = await db.platform('portal', { DATA_DIR: dataDir });
  const register = new TestRegister();
  const settings = new WebSettings('portal', platform.config.portal, 'key', async () => undefined);
  const provided = PlatformModule.of(platform);
  const registries: DynamicModule = {
    module: Registries,
    providers: [
      { provide: PopulationRegister, useValue: new RecordedPopulationRegister(register, platform) },
    ],
    exports: [PopulationRegister],
  };
  const principals: DynamicModule = {
    module: Principals,
    providers: [{ provide: PrincipalReader, useClass: HeaderPrincipals }],
    exports: [PrincipalReader],
  };
  const root: DynamicModule = {
    module: Root,
    imports: [WebModule.of(settings, principals), provided, registries, DocumentsPortalModule.with(provided)],
    controllers: draftPortalControllers,
  };
  const app = await createApp(root, settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    db,
    platform,
    register,
    app,
    citizen: async (details = {}) => citizenOf(app, platform, await insertPerson(db, platform, details)),
    close: async () => {
      await app.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function insertPerson(
  db: TestDatabase,
  platform: Platform,
  { name = 'Nguyễn Văn Minh', idNumber = '001090012345', assurance = 1 as 0 | 1 | 2 },
): Promise<Principal> {
  const { encryptionKey, blindIndexKey } = platform.config.secrets;
  const id = newId();
  const owner = await db.owner();
  await owner.query(
    `INSERT INTO identity.person
       (id, id_number_sealed, id_number_index, full_name, birth_date, sex, assurance, evidence, created_at)
     VALUES ($1, $2, $3, $4, '1990-04-12', 'male', $5, '{}', now())`,
    [
      id,
      seal(encryptionKey, `person:id-number:${id}`, idNumber),
      blindIndex(blindIndexKey, idNumber),
      name,
      assurance,
    ],
  );
  return { kind: 'citizen', id, name, sessionId: newId(), assurance, authenticatedAt: new Date(), roles: [] };
}

function citizenOf(app: NestFastifyApplication, platform: Platform, principal: Principal): Citizen {
  const { origin } = platform.config.portal;
  const agent = (method: 'get' | 'post', path: string) => request(app.getHttpServer())[method](path);
  const asked = (method: 'get' | 'post', path: string) =>
    agent(method, path)
      .redirects(0)
      .ok(() => true)
      .set({
        host: new URL(origin).host,
        origin,
        accept: 'text/html',
        'x-test-principal': Buffer.from(JSON.stringify(principal)).toString('base64'),
      });
  return {
    principal,
    request: asked,
    get: async (path) => asked('get', path),
    post: async (path, fields = {}) => asked('post', path).type('form').send(fields),
    upload: async (path, content, name) =>
      asked('post', path).attach(fieldIn(path), content, { filename: name }),
  };
}

/** The field that a paper is sent to, by the address it is sent to. */
function fieldIn(path: string): string {
  return path.replace(/^.*\/papers\/|\?.*$/g, '');
}
