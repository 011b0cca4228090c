import { setTimeout } from 'node:timers/promises';
import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import { ListenedClient } from '../database/listened-client.js';
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
  const pool = poolFor(platform.config.databaseUrl);
  const start = () => startRunner(pool, tasks, crontab);
  const stop = new AbortController();
  const working = runUntil(stop.signal, await start(), start);
  const relaying = relayUntil(stop.signal, relay);
  return {
    close: async () => {
      stop.abort();
      await Promise.all([relaying, working]);
      await pool.end();
    },
  };
}

/**
 * Without delays of its own the library does not wait for the note that a job has ended, and a connection that breaks
 * just then ends the process; with a delay of 0 such a break ends the runner, in good order.
 */
function startRunner(pgPool: Pool, taskList: TaskList, crontab: string): Promise<Runner> {
  return run({
    pgPool,
    taskList,
    crontab,
    concurrency,
    pollInterval: pollMs,
    noHandleSignals: true,
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(() => (level, message) => {
      if (level === 'error') console.error(message);
    }),
  });
}

/** A runner that ends by itself is followed by the next; the job it could not put down is released by its own task. */
async function runUntil(signal: AbortSignal, first: Runner, start: () => Promise<Runner>): Promise<void> {
  for (let runner: Runner | undefined = first; runner; runner = await startAgain(signal, start)) {
    const ended = runner.promise.catch(() => undefined);
    const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    if (!signal.aborted) await Promise.race([ended, stopped]);
    // One that has just ended by itself refuses to be stopped.
    if (signal.aborted) return runner.stop().catch(() => ended);
  }
}

async function startAgain(signal: AbortSignal, start: () => Promise<Runner>): Promise<Runner | undefined> {
  while (!signal.aborted) {
    await pause(signal);
    const runner = await start().catch((error: Error) => {
      console.error(`Jobs could not be taken up again: ${error.message}`);
      return undefined;
    });
    if (runner) return runner;
  }
  return undefined;
}

async function relayUntil(signal: AbortSignal, relay: () => Promise<number>): Promise<void> {
  while (!signal.aborted) {
    const carried = await relay().catch((error: Error) => {
      console.error(`The outbox could not be read: ${error.message}`);
      return 0;
    });
    if (carried === 0) await pause(signal);
  }
}

const ignore = () => undefined;

const pause = (signal: AbortSignal) => setTimeout(pollMs, undefined, { signal }).catch(() => undefined);

/** The same database, acting as the worker's role. Broken connections are told to whoever uses them, and replaced. */
function poolFor(url: string): Pool {
  const options = '-c role=dvc_worker -c timezone=UTC';
  const pool = new Pool({ connectionString: url, options, max: concurrency + 2, Client: ListenedClient });
  // The library looks whether somebody listens.
  return pool.on('error', ignore).on('connect', ignore);
}
