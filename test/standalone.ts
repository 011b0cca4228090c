import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#lib/platform';
import { newDatabase, testSecrets } from './new-database.js';

/** The whole product as `npm start` runs it, in a process of its own. */
export interface Standalone {
  portal: string;
  desk: string;
  sandbox: string;
  /** Address of its database. */
  databaseUrl: string;
  process: ChildProcess;
  /** The same again, on the same data and ports, after the process ended. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const readyWithinMs = 60_000;

/** Starts the product on a prepared database of the tests' server, with ports and a data folder of its own. */
export async function startStandalone(): Promise<Standalone> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-data-'));
  const { url: databaseUrl, drop } = await newDatabase();
  const [portal, desk, sandbox, smtp] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const env = {
    ...process.env,
    ...testSecrets,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    PORTAL_PORT: String(portal),
    DESK_PORT: String(desk),
    SANDBOX_PORT: String(sandbox),
    SANDBOX_SMTP_PORT: String(smtp),
    NODE_OPTIONS: '',
  };
  const running: Standalone = {
    portal: `http://localhost:${portal}`,
    desk: `http://desk.localhost:${desk}`,
    sandbox: `http://national.localhost:${sandbox}`,
    databaseUrl,
    process: await start(env),
    restart: async () => {
      running.process = await start(env);
    },
    close: async () => {
      await ended(running.process, 'SIGTERM');
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return running;
}

/** Sends a signal and waits until the process is gone. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

function start(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '..', 'scripts/start.mjs');
  const child = spawn(process.execPath, [script, 'standalone', 'main'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Not ready in time: ${said}`)), readyWithinMs);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (!/^ready /m.test(said)) return;
      clearTimeout(timer);
      resolve(child);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`Ended with ${code} before it was ready: ${said}`)));
  });
}
