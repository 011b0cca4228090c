import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { type AppRole, type Clock, databaseFor, loadConfig, Platform } from '#lib/platform';
import { entities, migrations, prepareDatabase } from '#lib/schema';

/** A clock that stands where a test puts it, and moves only when told. */
export class TestClock implements Clock {
  constructor(private instant = new Date('2026-11-20T03:05:00Z')) {}
  now(): Date {
    return new Date(this.instant);
  }
  set(instant: string | Date): void {
    this.instant = new Date(instant);
  }
  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}

export interface TestDatabase {
  url: string;
  clock: TestClock;
  /** The platform of one app: its database role, the clock of the test. */
  platform(app: 'portal' | 'desk' | 'worker', env?: Record<string, string>): Promise<Platform>;
  /** The database as its owner, to look at what really is there. */
  owner(): Promise<DataSource>;
  close(): Promise<void>;
}

const templateLock = 7_060_003;

/** A PostgreSQL database of its own for a test file, migrated and seeded: a copy of a template made once a run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('The database server of the tests is not running');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new Client(server);
  await admin.connect();
  await admin.query('SELECT pg_advisory_lock($1)', [templateLock]);
  try {
    const template = await admin.query(
      `SELECT 1 FROM pg_database WHERE datname = 'template_portal' AND datistemplate`,
    );
    if (template.rowCount === 0) {
      await admin.query('DROP DATABASE IF EXISTS template_portal');
      await admin.query('CREATE DATABASE template_portal');
      await prepareDatabase(urlOf(server, 'template_portal'), new Date(), loadConfig(testSecrets, server));
      await admin.query('ALTER DATABASE template_portal IS_TEMPLATE true');
    }
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template_portal`);
  } finally {
    await admin.query('SELECT pg_advisory_unlock_all()');
  }
  const url = urlOf(server, name);
  const clock = new TestClock();
  const open: DataSource[] = [];
  const connect = async (role?: AppRole): Promise<DataSource> => {
    const database = databaseFor(url, { entities, migrations, poolSize: 8, ...(role && { role }) });
    open.push(await database.initialize());
    return database;
  };
  return {
    url,
    clock,
    platform: async (app, env = {}) =>
      new Platform(loadConfig({ ...testSecrets, ...env }, url), await connect(`dvc_${app}`), clock),
    owner: () => connect(),
    close: async () => {
      await Promise.all(open.map((database) => database.destroy()));
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

const testSecrets = {
  ENCRYPTION_KEY: '11'.repeat(32),
  BLIND_INDEX_KEY: '22'.repeat(32),
  NATIONAL_API_KEY: '33'.repeat(32),
};

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
