import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { type AgencyAddress, appointOfficer, findAgency, type OfficerRoleName } from '#lib/organisations';
import { digest, newId, type Platform, randomToken } from '#lib/platform';
import { createApp, WebSettings } from '#lib/web';
import { DeskModule } from '../apps/desk/src/desk.module.js';
import { Browser } from '../libs/identity/test/browser.js';
import type { TestDatabase } from './database.js';

/** A desk on the database of another world, with officers who are signed in without the ceremony. */
export interface DeskBeside {
  platform: Platform;
  officer(name: string, role: OfficerRoleName, at?: AgencyAddress): Promise<SeatedOfficer>;
  close(): Promise<void>;
}

export type SeatedOfficer = Browser & { id: string; name: string };

export async function createDeskBeside(db: TestDatabase, owner: DataSource): Promise<DeskBeside> {
  const platform = await db.platform('desk');
  const { secrets, desk } = platform.config;
  const settings = new WebSettings('desk', desk, secrets.nationalApiKey, async () => undefined);
  const app: NestFastifyApplication = await createApp(DeskModule.of(platform, settings), settings, false);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    platform,
    close: () => app.close(),
    async officer(name, role, at = { communeCode: '00082' }) {
      const agency = await findAgency(owner.manager, at);
      const { id } = await appointOfficer(owner.manager, {
        staffNumber: newId(),
        fullName: name,
        role,
        agencyId: agency?.id ?? '',
        at: new Date('2020-01-01T00:00:00Z'),
      });
      const browser = new Browser(app.getHttpServer(), desk.origin);
      const token = randomToken();
      await owner.query(
        `INSERT INTO identity.session (id, token_hash, audience, owner_id, created_at, authenticated_at, last_seen_at,
            expires_at, user_agent, network)
          VALUES ($1, $2, 'desk', $3, $4, $4, $4, '2100-01-01', '', '')`,
        [newId(), digest(token), id, db.clock.now()],
      );
      browser.cookies.set('__Host-desk', token);
      return Object.assign(browser, { id, name });
    },
  };
}
