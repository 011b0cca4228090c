import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { OfficerRoleName } from '#lib/organisations';
import type { Platform } from '#lib/platform';
import { DeskModule } from '../apps/desk/src/desk.module.js';
import { PortalModule } from '../apps/portal/src/portal.module.js';
import type { Browser } from '../libs/identity/test/browser.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { type Filed, fileApplication, type Filing } from './file-application.js';
import { seatOfficer, type SeatedOfficer, startSide } from './side.js';

/** Portal and desk on one database, with people who are signed in without the ceremony. */
export interface TwoSides {
  db: TestDatabase;
  owner: DataSource;
  portal: Platform;
  desk: Platform;
  file(filing?: Filing): Promise<Filed>;
  /** A browser of somebody known, or of nobody. */
  browser(side: 'portal' | 'desk', ownerId?: string): Promise<Browser>;
  /** An officer of a commune since long ago, at their desk. */
  officer(name: string, role: OfficerRoleName, commune?: string): Promise<SeatedOfficer>;
  close(): Promise<void>;
}

export async function createTwoSides(): Promise<TwoSides> {
  Logger.overrideLogger(false);
  const db = await createTestDatabase();
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'two-sides-'));
  const owner = await db.owner();
  const portal = await startSide(db, owner, 'portal', PortalModule, { DATA_DIR });
  const desk = await startSide(db, owner, 'desk', DeskModule, { DATA_DIR });
  const sides = { portal, desk };
  return {
    db,
    owner,
    portal: portal.platform,
    desk: desk.platform,
    file: (filing) => fileApplication(owner, portal.platform, filing),
    browser: (side, ownerId) => sides[side].browser(ownerId),
    officer: (name, role, communeCode = '00082') => seatOfficer(owner, desk, name, role, { communeCode }),
    async close() {
      for (const side of [portal, desk]) await side.close();
      await db.close();
      await rm(DATA_DIR, { recursive: true, force: true });
    },
  };
}
