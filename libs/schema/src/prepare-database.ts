import type { DataSource } from 'typeorm';
import { type Config, ConfigError, databaseFor, legalDate, prepareJobs } from '#lib/platform';
import { entities, migrations } from './database-schema.js';
import { seed } from './seed.js';

/** Only one start prepares a database at a time. */
const prepareLock = 7_060_002;

/**
 * Brings the database at `url` to the state this program needs: migrations, then what the first run seeds.
 * In production no invented officers are seeded. Safe to run by several apps at once; the second time it only looks.
 * Refuses (`ConfigError`) an unreachable database, one older than PostgreSQL 15, and data of a newer program.
 */
export async function prepareDatabase(
  url: string,
  now: Date,
  { production, secrets }: Pick<Config, 'production' | 'secrets'>,
): Promise<void> {
  const database = databaseFor(url, { entities, migrations, poolSize: 2 });
  await reach(database);
  const runner = database.createQueryRunner();
  try {
    await checkServer(runner.query.bind(runner));
    await runner.query('SELECT pg_advisory_lock($1)', [prepareLock]);
    await refuseNewerData(database);
    await database.runMigrations({ transaction: 'each' });
    await prepareJobs(url, database);
    await database.transaction((tx) => seed(tx, now, production, secrets));
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      `The database could not be prepared on ${legalDate(now)}: ${(error as Error).message}. Nothing was half done; each migration is one transaction.`,
      { cause: error },
    );
  } finally {
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await runner.release();
    await database.destroy();
  }
}

/** Rejects while migrations this program knows are missing: the readiness of an app. */
export async function checkMigrations(database: DataSource): Promise<void> {
  const rows: { count: string }[] = await database.query('SELECT count(*) FROM public.schema_migration');
  if (Number(rows[0]?.count) < migrations.length) throw new Error('Migrations are missing');
}

async function reach(database: DataSource): Promise<void> {
  await database.initialize().catch((error: Error) => {
    throw new ConfigError(`The database in DATABASE_URL cannot be reached: ${error.message}.`, {
      cause: error,
    });
  });
}

async function checkServer(query: (sql: string) => Promise<{ server_version_num: string }[]>): Promise<void> {
  const [row] = await query('SHOW server_version_num');
  if (Number(row?.server_version_num) < 150_000)
    throw new ConfigError('The database in DATABASE_URL is older than PostgreSQL 15. Use 15 or newer.');
}

async function refuseNewerData(database: DataSource): Promise<void> {
  const [found] = await database.query(`SELECT to_regclass('public.schema_migration') IS NOT NULL AS exists`);
  if (!found.exists) return;
  const known = new Set(migrations.map((migration) => migration.name));
  const applied: { name: string }[] = await database.query('SELECT name FROM public.schema_migration');
  const unknown = applied.find(({ name }) => !known.has(name));
  if (unknown)
    throw new ConfigError(
      `The data was made by another version of this program (it has ${unknown.name}). Use that version, or another database or DATA_DIR.`,
    );
}
