import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { databaseFor, loadConfig } from '#lib/platform';

/** What seals and indexes personal data in the databases of the tests. */
export const testSecrets = {
  ENCRYPTION_KEY: '11'.repeat(32),
  BLIND_INDEX_KEY: '22'.repeat(32),
  NATIONAL_API_KEY: '33'.repeat(32),
};

export interface NewDatabase {
  url: string;
  drop(): Promise<void>;
}

const templateLock = 7_060_003;

/** A PostgreSQL database migrated and seeded with `testSecrets`: a copy of a template made once a run. */
export async function newDatabase(): Promise<NewDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('The database server of the tests is not running');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new Client(server);
  await admin.connect();
  await admin.query('SELECT pg_advisory_lock($1)', [templateLock]);
  try {
    await ensureTemplate(admin, server);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template_portal`);
  } finally {
    await admin.query('SELECT pg_advisory_unlock_all()');
  }
  return {
    url: urlOf(server, name),
    drop: async () => {
      await connectionsGone(admin, name);
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** Connections that were told to end take a moment; one that is cut off instead tells it to whoever listens no more. */
async function connectionsGone(admin: Client, name: string): Promise<void> {
  for (let left = 40; left > 0; left -= 1) {
    const { rowCount } = await admin.query('SELECT FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount === 0) return;
    await setTimeout(50);
  }
}

async function ensureTemplate(admin: Client, server: string): Promise<void> {
  const made = await admin.query(
    `SELECT FROM pg_database WHERE datname = 'template_portal' AND datistemplate`,
  );
  if (made.rowCount) return;
  // Every lib: loaded by the one test file of a run that comes first.
  const { prepareDatabase, entities } = await import('#lib/schema');
  const { revisionInForce } = await import('#lib/catalogue');
  await admin.query('DROP DATABASE IF EXISTS template_portal');
  await admin.query('CREATE DATABASE template_portal');
  await prepareDatabase(urlOf(server, 'template_portal'), new Date(), loadConfig(testSecrets, server));
  // What most tests file is checked and published once, not by each of them.
  const database = await databaseFor(urlOf(server, 'template_portal'), { entities }).initialize();
  await revisionInForce(database.manager, '1.001193', new Date('2026-01-01T00:00:00Z'));
  await database.destroy();
  await admin.query('ALTER DATABASE template_portal IS_TEMPLATE true');
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
