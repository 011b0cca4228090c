import { ConfigError } from './config/config-error.js';

/** Something that was started and can be stopped. */
export interface Running {
  close(): Promise<void>;
}

const stopWithinMs = 4500;

/**
 * Runs a program until it is told to stop (Ctrl-C, SIGTERM), then closes it within five seconds. A mistake of the
 * operator (`ConfigError`) is told in one sentence; the exit code is 1.
 */
export async function runProgram(start: () => Promise<Running>): Promise<void> {
  let running: Running | undefined;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await running?.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  try {
    running = await start();
    if (stopping) await running.close();
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}

/** Closes several in order, the last started first; one that fails does not keep the others open. */
export async function closeAll(all: Running[]): Promise<void> {
  for (const each of all.toReversed()) await each.close().catch((error: unknown) => console.error(error));
}
