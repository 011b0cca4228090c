import { DataSource, type DataSourceOptions } from 'typeorm';
import { ListenedClient } from './listened-client.js';

/** Database roles, one per app: what each may touch is granted beside each table, in the migrations. */
export const appRoles = ['dvc_portal', 'dvc_desk', 'dvc_worker'] as const;
export type AppRole = (typeof appRoles)[number];

/** A connection that is closed takes its planned statements with it, and a new one costs as much as several acts. */
const keptIdleMilliseconds = 600_000;

/**
 * A pool of connections that act as `role` (or as the owner, for migrations, when none is given).
 * Instants travel as UTC; a statement that hangs for 30 s ends.
 */
export function databaseFor(
  url: string,
  options: Pick<DataSourceOptions, 'entities' | 'migrations'> & { role?: AppRole; poolSize?: number },
): DataSource {
  const settings = ['-c timezone=UTC', '-c statement_timeout=30000'];
  if (options.role) settings.push(`-c role=${options.role}`);
  return new DataSource({
    type: 'postgres',
    url,
    entities: options.entities ?? [],
    migrations: options.migrations ?? [],
    migrationsTableName: 'schema_migration',
    poolSize: options.poolSize ?? 16,
    applicationName: options.role ?? 'dvc_owner',
    connectTimeoutMS: 5000,
    extra: {
      Client: ListenedClient,
      options: settings.join(' '),
      idleTimeoutMillis: keptIdleMilliseconds,
      // A command ends when its work does, whatever it leaves open.
      allowExitOnIdle: true,
    },
  });
}
