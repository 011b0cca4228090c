import { setTimeout } from 'node:timers/promises';
import { Logger, run, type TaskList } from 'graphile-worker';
import type { Platform } from '../platform.js';
import type { Running } from '../program.js';

const pollMs = 500;
const concurrency = 4;

/**
 * Works through the jobs of graphile-worker, and calls `relay` over and over, which carries news from an outbox into
 * jobs and says how much it carried. `crontab` names tasks that come round by themselves (graphile-worker's format, UTC). A relay that fails (database away) is tried again.
 */
export async function startJobs(
  platform: Platform,
  { tasks, relay, crontab }: { tasks: TaskList; relay: () => Promise<number>; crontab: string },
): Promise<Running> {
  const runner = await run({
    connectionString: asWorker(platform.config.databaseUrl),
    taskList: tasks,
    crontab,
    concurrency,
    pollInterval: pollMs,
    noHandleSignals: true,
    maxPoolSize: concurrency + 2,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') console.error(message);
    }),
  });
  const stop = new AbortController();
  const relaying = relayUntil(stop.signal, relay);
  return {
    close: async () => {
      stop.abort();
      await relaying;
      await runner.stop();
    },
  };
}

async function relayUntil(signal: AbortSignal, relay: () => Promise<number>): Promise<void> {
  while (!signal.aborted) {
    const carried = await relay().catch((error: Error) => {
      console.error(`The outbox could not be read: ${error.message}`);
      return 0;
    });
    if (carried === 0) await setTimeout(pollMs, undefined, { signal }).catch(() => undefined);
  }
}

/** The same database, acting as the worker's role. */
function asWorker(url: string): string {
  const address = new URL(url);
  address.searchParams.set('options', '-c role=dvc_worker -c timezone=UTC');
  return address.href;
}
