import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ConfigError } from '../config/config-error.js';
import { freePort } from './free-port.js';

const run = promisify(execFile);

/** As whom and where the programs of the database run. */
export type As = { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv };

/** A PostgreSQL server on its files, running or not. */
export interface ServerProcess {
  /** On 127.0.0.1; the same at every start. */
  port: number;
  /** Path of what it writes about itself. */
  log: string;
  /** Starts it and waits until it accepts connections. One that runs already is left as it is. */
  start(): Promise<void>;
  /** Whether it runs but was told to stop. */
  isStopping(): Promise<boolean>;
  /** Stops it, whoever is connected, and waits until its files are closed. */
  stop(): Promise<void>;
}

interface Setup {
  place: string;
  files: string;
  /** Path of pg_ctl. */
  control: string;
  as: As;
  flags: string[];
}

/** The server on these files: on the port it has if it runs, else on a free one. */
export async function serverProcess({ place, files, control, as, flags }: Setup): Promise<ServerProcess> {
  const isRunning = () =>
    run(control, ['-D', files, 'status'], as).then(
      () => true,
      () => false,
    );
  const port = (await isRunning()) ? await portOf(files) : await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    ...flags,
  ];
  const log = join(place, 'server.log');
  const options = settings.map((setting) => `-c ${setting}`).join(' ');
  const start = ['-D', files, 'start', '-w', '-t', '60', '-s', '-l', log, '-o', options];
  return {
    port,
    log,
    start: async () => {
      if (await isRunning()) return;
      await run(control, start, as).catch((cause: unknown) => {
        throw new ConfigError(`The database in ${place} did not start; ${log} says why.`, { cause });
      });
    },
    isStopping: async () => (await stateOf(files)) === 'stopping',
    stop: () => stopServer(files),
  };
}

/**
 * Asks for a fast shutdown by the signal itself: pg_ctl would be hit by a second Ctrl-C, which goes to every process of
 * the terminal, and leave its work half done.
 */
async function stopServer(files: string): Promise<void> {
  const pid = await pidOf(files);
  if (!pid) return;
  let asked = signal(pid, 'SIGINT');
  // One that is over may stay in the list of processes; and its successor has a file, too.
  while (asked && (await pidOf(files)) === pid) {
    await setTimeout(20);
    asked = signal(pid, 0);
  }
}

/** Whether there was a process to take it. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Line 1 of postmaster.pid is the process; undefined where no server runs. */
async function pidOf(files: string): Promise<number | undefined> {
  return Number((await linesOf(files).catch(() => []))[0]) || undefined;
}

/** Line 4 is the port (PostgreSQL source, "utils/pidfile.h"). Fails where no server runs. */
export async function portOf(files: string): Promise<number> {
  return Number((await linesOf(files))[3]);
}

/** Line 8 is the state, padded: starting, stopping, ready or standby. */
async function stateOf(files: string): Promise<string | undefined> {
  return (await linesOf(files).catch(() => []))[7]?.trim();
}

async function linesOf(files: string): Promise<string[]> {
  return (await readFile(join(files, 'postmaster.pid'), 'utf8')).split('\n');
}
