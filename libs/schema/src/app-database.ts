import type { DataSource } from 'typeorm';
import { type AppRole, databaseFor } from '#lib/platform';
import { entities, migrations } from './database-schema.js';

/** The database as one app sees it: its own role, a pool of connections, open. */
export function appDatabase(url: string, role: AppRole): Promise<DataSource> {
  return databaseFor(url, { entities, migrations, role }).initialize();
}
