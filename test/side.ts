import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { type AgencyAddress, appointOfficer, findAgency, type OfficerRoleName } from '#lib/organisations';
import { digest, newId, type Platform, randomToken } from '#lib/platform';
import { createApp, WebSettings } from '#lib/web';
import { Browser } from '../libs/identity/test/browser.js';
import type { TestDatabase } from './database.js';
import { noteAsPerson } from './known-officer.js';

/** An app as it is put together, on a database of tests. */
export interface Side {
  platform: Platform;
  /** A browser of somebody known, who is signed in without the ceremony; or of nobody. */
  browser(ownerId?: string): Promise<Browser>;
  close(): Promise<void>;
}

export async function startSide(
  db: TestDatabase,
  owner: DataSource,
  name: 'portal' | 'desk',
  module: { of(platform: Platform, settings: WebSettings): DynamicModule },
  environment: Record<string, string> = {},
): Promise<Side> {
  const platform = await db.platform(name, environment);
  const { secrets, [name]: host } = platform.config;
  const settings = new WebSettings(name, host, secrets.nationalApiKey, async () => undefined);
  const app: NestFastifyApplication = await createApp(module.of(platform, settings), settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    platform,
    close: () => app.close(),
    async browser(ownerId) {
      const opened = new Browser(app.getHttpServer(), host.origin);
      if (!ownerId) return opened;
      const token = randomToken();
      await owner.query(
        `INSERT INTO identity.session (id, token_hash, audience, owner_id, created_at, authenticated_at, last_seen_at,
            expires_at, user_agent, network)
          VALUES ($1, $2, $3, $4, $5, $5, $5, '2100-01-01', '', '')`,
        [newId(), digest(token), name, ownerId, db.clock.now()],
      );
      opened.cookies.set(`__Host-${name}`, token);
      return opened;
    },
  };
}

export type SeatedOfficer = Browser & { id: string; name: string };

/** An officer since long ago, at their desk. */
export async function seatOfficer(
  owner: DataSource,
  desk: Side,
  name: string,
  role: OfficerRoleName,
  at: AgencyAddress = { communeCode: '00082' },
): Promise<SeatedOfficer> {
  const agency = await findAgency(owner.manager, at);
  const { id } = await appointOfficer(owner.manager, {
    staffNumber: newId(),
    fullName: name,
    role,
    agencyId: agency?.id ?? '',
    at: new Date('2020-01-01T00:00:00Z'),
  });
  await noteAsPerson(owner.manager, desk.platform, id);
  return Object.assign(await desk.browser(id), { id, name });
}
