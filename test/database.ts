import type { DataSource } from 'typeorm';
import { type AppRole, type Clock, databaseFor, loadConfig, Platform } from '#lib/platform';
import { entities, migrations } from '#lib/schema';
import { newDatabase, testSecrets } from './new-database.js';

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

/** A PostgreSQL database of its own for a test file, migrated and seeded. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await newDatabase();
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
      await drop();
    },
  };
}
