import { Logger, runOnce, type TaskList } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import type { Platform } from '#lib/platform';
import { applicationTasks } from '../libs/applications/src/outbox/tasks.js';
import { relayOutbox } from '../libs/applications/src/outbox/relay-outbox.js';

/** Works through the jobs that are ready, as the worker's role. */
export async function runJobs(worker: Platform, taskList: TaskList): Promise<void> {
  const address = new URL(worker.config.databaseUrl);
  address.searchParams.set('options', '-c role=dvc_worker -c timezone=UTC');
  await runOnce({
    connectionString: address.href,
    taskList,
    noHandleSignals: true,
    concurrency: 4,
    logger: new Logger(() => () => undefined),
  });
}

/** Carries all news out and works through what follows, until nothing is left but what fails. */
export async function workOff(owner: DataSource, worker: Platform): Promise<void> {
  // One run ends when the next job's queue is not yet free again.
  do await runJobs(worker, applicationTasks(worker));
  while ((await relayOutbox(worker)) > 0 || (await ready(owner)) > 0);
}

async function ready(owner: DataSource): Promise<number> {
  const [row]: { n: number }[] = await owner.query(
    'SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE last_error IS NULL',
  );
  return row?.n ?? 0;
}
