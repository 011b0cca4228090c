import { setTimeout } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** Lets a request come as far as writing to a table, and cuts its line to the database there. */
export async function cutAt<T>(owner: DataSource, table: string, send: () => Promise<T>): Promise<T> {
  const barrier = owner.createQueryRunner();
  await barrier.startTransaction();
  try {
    await barrier.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
    const answer = send();
    for (let cut = 0; cut === 0; await setTimeout(20))
      [{ cut }] = await barrier.query(
        `SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
    return await answer;
  } finally {
    await barrier.rollbackTransaction();
    await barrier.release();
  }
}
