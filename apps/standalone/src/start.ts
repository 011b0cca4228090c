import { resolve } from 'node:path';
import {
  type Config,
  embeddedPassword,
  freePort,
  loadConfig,
  loadHosts,
  type Running,
  readSecrets,
  refusePortInUse,
  startEmbeddedPostgres,
  usualMailboxPort,
} from '#lib/platform';
import { prepareDatabase } from '#lib/schema';
import { startDesk } from '../../desk/src/start.js';
import { startSandbox } from '../../national-sandbox/src/start.js';
import { startPortal } from '../../portal/src/start.js';
import { startWorker } from '../../worker/src/start.js';

type Env = Record<string, string | undefined>;

/**
 * Portal, desk, worker and national sandbox in this process, on a PostgreSQL of its own unless DATABASE_URL names one.
 * Each is in `started` as soon as it can be closed.
 */
export async function startStandalone(given: Env, started: Running[]): Promise<Config> {
  const env: Env = { ...given, SANDBOX_SMTP_PORT: await mailboxPort(given) };
  const hosts = loadHosts(env);
  for (const [name, host] of Object.entries(hosts)) await refusePortInUse(name, host);
  const config = loadConfig(env, env.DATABASE_URL ?? (await ownDatabase(env, started)));
  await prepareDatabase(config.databaseUrl, new Date(), config);
  started.push(await startSandbox(config));
  started.push(await startDesk(config));
  started.push(await startPortal(config));
  started.push(await startWorker(config));
  return config;
}

/** The port that was asked for, which must be free; else the usual one, or a free one where that is taken. */
async function mailboxPort({ SANDBOX_SMTP_PORT }: Env): Promise<string> {
  const port = Number(SANDBOX_SMTP_PORT ?? usualMailboxPort);
  const free = refusePortInUse('sandbox_smtp', { port, listenAddress: '127.0.0.1' });
  if (SANDBOX_SMTP_PORT === undefined)
    return free.then(() => String(port)).catch(async () => String(await freePort()));
  // What is no port at all, `loadConfig` refuses.
  if (port > 0 && port < 65_536) await free;
  return SANDBOX_SMTP_PORT;
}

async function ownDatabase(env: Env, started: Running[]): Promise<string> {
  const dataDir = resolve(env.DATA_DIR ?? '.data');
  const starting = startEmbeddedPostgres(dataDir, embeddedPassword(readSecrets(env, dataDir, false)));
  const running: Running = {
    close: () =>
      starting.then(
        ({ stop }) => stop(),
        () => undefined,
      ),
  };
  started.push(running);
  const { url, lost } = await starting;
  running.lost = lost;
  return url;
}
