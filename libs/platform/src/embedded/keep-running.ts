import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import type { ServerProcess } from './server-process.js';

/** Before the second try and the ones after it, twice as long each time; in all 9 seconds. */
const firstPauseMs = 300;
const mostTries = 6;
/** A server that ran for so long is not one that ends as soon as it starts. */
const calmMs = 60_000;
const lookEveryMs = 1000;

/** A server that is started again when it ends. */
export interface KeptServer {
  /** Stops it and starts it no more. */
  stop(): Promise<void>;
  /** Settles when it has ended and cannot be started again. */
  lost: Promise<void>;
}

/**
 * Starts the server again whenever it ends unasked, until `stop`; gives up after some tries in a row. `connect` makes the
 * connection that owns the server and by whose end its death is noticed.
 */
export async function keepRunning(
  server: ServerProcess,
  connect: () => Promise<Client>,
): Promise<KeptServer> {
  let owner = await connect();
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  const watching = watch();
  const helping = helpToStop();
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([watching, helping]);
      await owner.end().catch(() => undefined);
      await server.stop();
    },
    lost: new Promise((tell) => void watching.then((how) => how === 'lost' && tell())),
  };

  async function watch(): Promise<'stopped' | 'lost'> {
    for (let tries = 0; ; ) {
      const since = performance.now();
      await Promise.race([stopped, new Promise<void>((ended) => owner.once('end', ended))]);
      if (signal.aborted) return 'stopped';
      console.error('The database has ended unexpectedly and is started again.');
      if (performance.now() - since > calmMs) tries = 0;
      do {
        if (tries === mostTries) return 'lost';
        if (tries > 0) await pause(firstPauseMs * 2 ** (tries - 1));
        if (signal.aborted) return 'stopped';
        tries++;
      } while (!(await again()));
    }
  }

  async function again(): Promise<boolean> {
    try {
      if (await server.isStopping()) await server.stop();
      await server.start();
      owner = await connect();
      return true;
    } catch {
      // The memory of the server that died may be in use for a moment longer.
      return false;
    }
  }

  /**
   * A server that is told to stop by SIGTERM lets nobody in any more and waits until everybody has left, which we never do:
   * it is stopped at once, and then found to have ended.
   */
  async function helpToStop(): Promise<void> {
    while (!signal.aborted) {
      await pause(lookEveryMs);
      if (!signal.aborted && (await server.isStopping())) await server.stop();
    }
  }

  function pause(milliseconds: number): Promise<void> {
    return setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}
