import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import type { ServerProcess } from './server-process.js';

const againAfterMs = 300;

/**
 * Starts the server again whenever it ends unasked, until `stop`. `connect` makes the connection that owns the server
 * and by whose end its death is noticed.
 */
export async function keepRunning(
  server: ServerProcess,
  connect: () => Promise<Client>,
): Promise<{ stop(): Promise<void> }> {
  let owner = await connect();
  const stopping = new AbortController();
  const watching = watch();
  return {
    stop: async () => {
      stopping.abort();
      await owner.end().catch(() => undefined);
      await watching;
      await server.stop();
    },
  };

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await new Promise<void>((ended) => owner.once('end', ended));
      if (stopping.signal.aborted) return;
      console.error('The database has ended unexpectedly and is started again.');
      while (!stopping.signal.aborted && !(await again())) await setTimeout(againAfterMs);
    }
  }

  async function again(): Promise<boolean> {
    try {
      await server.start();
      owner = await connect();
      return true;
    } catch {
      // The memory of the server that died may be in use for a moment longer.
      return false;
    }
  }
}
