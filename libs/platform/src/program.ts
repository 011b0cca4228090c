import { ConfigError } from './config/config-error.js';

/** Something that was started and can be stopped. */
export interface Running {
  close(): Promise<void>;
  /** Settles, with what to tell the operator, when it has ended by itself: the program then ends, too. */
  lost?: Promise<ConfigError>;
}

const stopWithinMs = 4500;

/**
 * Runs a program until it is told to stop (Ctrl-C, SIGTERM), then closes within five seconds what `start` put into
 * `started`, also when it had not finished. A mistake of the operator (`ConfigError`) is told in one sentence, and so is
 * that one of `started` was lost; the exit code is then 1.
 */
export async function runProgram(start: (started: Running[]) => Promise<void>): Promise<void> {
  const started: Running[] = [];
  let stopping = false;
  const stop = async (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await closeAll(started);
    process.exit(exitCode);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  try {
    await start(started);
    for (const { lost } of started)
      void lost?.then(({ message }) => {
        console.error(message);
        return stop(1);
      });
  } catch (error) {
    // What was still starting fails because the rest of it is being closed.
    if (stopping) return;
    console.error(error instanceof ConfigError ? error.message : error);
    await closeAll(started);
    process.exit(1);
  }
}

/** Closes several in order, the last started first; one that fails does not keep the others open. */
export async function closeAll(all: Running[]): Promise<void> {
  for (const each of all.toReversed()) await each.close().catch((error: unknown) => console.error(error));
}
