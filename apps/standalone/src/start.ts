import { resolve } from 'node:path';
import {
  type Config,
  embeddedPassword,
  loadConfig,
  loadHosts,
  type Running,
  readSecrets,
  refusePortInUse,
  startEmbeddedPostgres,
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
export async function startStandalone(env: Env, started: Running[]): Promise<Config> {
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

async function ownDatabase(env: Env, started: Running[]): Promise<string> {
  const dataDir = resolve(env.DATA_DIR ?? '.data');
  const starting = startEmbeddedPostgres(dataDir, embeddedPassword(readSecrets(env, dataDir, false)));
  started.push({
    close: () =>
      starting.then(
        ({ stop }) => stop(),
        () => undefined,
      ),
  });
  return (await starting).url;
}
