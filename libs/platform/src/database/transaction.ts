import type { DataSource, EntityManager } from 'typeorm';

/** What an act is handed: either a transaction or, for a single statement, the pool itself. */
export type Tx = EntityManager;

/** Runs `work` in one transaction: all of it happens, or nothing. */
export function transaction<T>(database: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(work);
}
