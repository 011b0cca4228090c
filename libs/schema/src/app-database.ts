import type { DataSource } from 'typeorm';
import { type AppRole, databaseFor } from '#lib/platform';
import { entities, migrations } from './database-schema.js';

/** The database as one app sees it: its own role, a pool of connections, open. */
export function appDatabase(url: string, role: AppRole): Promise<DataSource> {
  return databaseFor(url, { entities, migrations, role }).initialize();
}

/** The database as its owner, for what no app may do: imports. */
export function ownerDatabase(url: string): Promise<DataSource> {
  return databaseFor(url, { entities, migrations, poolSize: 2 }).initialize();
}
