import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamicModule, Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { appointOfficer, findAgency, type OfficerRoleName } from '#lib/organisations';
import { digest, newId, type Platform, randomToken } from '#lib/platform';
import { createApp, WebSettings } from '#lib/web';
import { DeskModule } from '../apps/desk/src/desk.module.js';
import { PortalModule } from '../apps/portal/src/portal.module.js';
import { Browser } from '../libs/identity/test/browser.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { type Filed, fileApplication, type Filing } from './file-application.js';

type Side = 'portal' | 'desk';

/** Portal and desk on one database, with people who are signed in without the ceremony. */
export interface TwoSides {
  db: TestDatabase;
  owner: DataSource;
  portal: Platform;
  desk: Platform;
  file(filing?: Filing): Promise<Filed>;
  /** A browser of somebody known, or of nobody. */
  browser(side: Side, ownerId?: string): Promise<Browser>;
  /** An officer of a commune since long ago, at their desk. */
  officer(name: string, role: OfficerRoleName, commune?: string): Promise<Browser & { id: string }>;
  close(): Promise<void>;
}

export async function createTwoSides(): Promise<TwoSides> {
  Logger.overrideLogger(false);
  const db = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'two-sides-'));
  const owner = await db.owner();
  const portal = await start('portal', PortalModule);
  const desk = await start('desk', DeskModule);
  const sides = { portal, desk };

  async function start(
    name: Side,
    module: { of(platform: Platform, settings: WebSettings): DynamicModule },
  ): Promise<{ nest: NestFastifyApplication; platform: Platform }> {
    const platform = await db.platform(name, { DATA_DIR: dataDir });
    const { secrets, [name]: host } = platform.config;
    const settings = new WebSettings(name, host, secrets.nationalApiKey, async () => undefined);
    const nest = await createApp(module.of(platform, settings), settings, false);
    await nest.init();
    await nest.getHttpAdapter().getInstance().ready();
    return { nest, platform };
  }

  async function browser(side: Side, ownerId?: string): Promise<Browser> {
    const { nest, platform } = sides[side];
    const opened = new Browser(nest.getHttpServer(), platform.config[side].origin);
    if (!ownerId) return opened;
    const token = randomToken();
    const now = db.clock.now();
    await owner.query(
      `INSERT INTO identity.session (id, token_hash, audience, owner_id, created_at, authenticated_at, last_seen_at,
          expires_at, user_agent, network)
        VALUES ($1, $2, $3, $4, $5, $5, $5, '2100-01-01', '', '')`,
      [newId(), digest(token), side, ownerId, now],
    );
    opened.cookies.set(`__Host-${side}`, token);
    return opened;
  }

  return {
    db,
    owner,
    portal: portal.platform,
    desk: desk.platform,
    file: (filing) => fileApplication(owner, portal.platform, filing),
    browser,
    async officer(name, role, commune = '00082') {
      const agency = await findAgency(owner.manager, { communeCode: commune });
      const at = new Date('2020-01-01T00:00:00Z');
      const appointed = { staffNumber: newId(), fullName: name, role, agencyId: agency?.id ?? '', at };
      const { id } = await appointOfficer(owner.manager, appointed);
      return Object.assign(await browser('desk', id), { id });
    },
    async close() {
      for (const { nest } of [portal, desk]) await nest.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
