import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { appointOfficer, findAgency, type OfficerRoleName } from '#lib/organisations';
import type { Platform } from '#lib/platform';
import { DeskModule } from '../apps/desk/src/desk.module.js';
import type { Browser } from '../libs/identity/test/browser.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { type Filed, fileApplication, type Filing } from './file-application.js';
import { noteAsPerson } from './known-officer.js';
import { startSide } from './side.js';

/** Phường Cửa Nam and phường Hoàn Kiếm, both in Hà Nội. */
export const cuaNam = '00082';
export const hoanKiem = '00070';

/** An officer with a desk: signed in with a passkey. */
export interface OfficerAtWork {
  id: string;
  name: string;
  browser: Browser;
}

export interface DeskWorld {
  db: TestDatabase;
  /** The database as its owner, to look at what really is there. */
  owner: DataSource;
  desk: Platform;
  portal: Platform;
  /** Appoints an officer from long ago on, who enrols a passkey and is signed in; `noted`: it is known who they are as a person. */
  officer(name: string, role: OfficerRoleName, commune?: string, noted?: boolean): Promise<OfficerAtWork>;
  file(filing?: Filing): Promise<Filed>;
  close(): Promise<void>;
}

/** The desk as its app is put together, on a database of its own. */
export async function createDeskWorld(): Promise<DeskWorld> {
  Logger.overrideLogger(false);
  const db = await createTestDatabase();
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'desk-'));
  const owner = await db.owner();
  const desk = await startSide(db, owner, 'desk', DeskModule, { DATA_DIR });
  const portal = await db.platform('portal', { DATA_DIR });
  let officers = 0;
  return {
    db,
    owner,
    desk: desk.platform,
    portal,
    file: (filing) => fileApplication(owner, portal, filing),
    async officer(name, role, commune = cuaNam, noted = true) {
      const agency = await findAgency(owner.manager, { communeCode: commune });
      if (!agency) throw new Error(`No agency in commune ${commune}`);
      const at = new Date('2020-01-01T00:00:00Z');
      const staffNumber = `T${(officers += 1)}`;
      const { id } = await appointOfficer(owner.manager, {
        staffNumber,
        fullName: name,
        role,
        agencyId: agency.id,
        at,
      });
      if (noted) await noteAsPerson(owner.manager, desk.platform, id);
      const browser = await desk.browser();
      const issued = await browser.postJson(
        '/api/enrolment-links',
        { officerId: id },
        { authorization: `Bearer ${desk.platform.config.secrets.nationalApiKey}` },
      );
      const token = new URL(issued.body.url).searchParams.get('token');
      const enrolled = await browser.register('/enrol/challenge', '/enrol', { token });
      if (enrolled.status !== 200)
        throw new Error(`Enrolment ended with ${enrolled.status} ${enrolled.text}`);
      return { id, name, browser };
    },
    async close() {
      await desk.close();
      await db.close();
      await rm(DATA_DIR, { recursive: true });
    },
  };
}
