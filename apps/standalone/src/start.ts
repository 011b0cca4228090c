import { createServer } from 'node:net';
import { resolve } from 'node:path';
import {
  closeAll,
  type Config,
  ConfigError,
  embeddedPassword,
  type HostConfig,
  loadConfig,
  loadHosts,
  type Running,
  readSecrets,
  startEmbeddedPostgres,
} from '#lib/platform';
import { prepareDatabase } from '#lib/schema';
import { startDesk } from '../../desk/src/start.js';
import { startSandbox } from '../../national-sandbox/src/start.js';
import { startPortal } from '../../portal/src/start.js';
import { startWorker } from '../../worker/src/start.js';

type Env = Record<string, string | undefined>;

/** Portal, desk, worker and national sandbox in this process, on a PostgreSQL of its own unless DATABASE_URL names one. */
export async function startStandalone(env: Env): Promise<Running & { config: Config }> {
  const hosts = loadHosts(env);
  for (const [name, host] of Object.entries(hosts)) await refusePortInUse(name, host);
  const started: Running[] = [];
  try {
    const config = loadConfig(env, env.DATABASE_URL ?? (await ownDatabase(env, started)));
    await prepareDatabase(config.databaseUrl, new Date(), config.production);
    started.push(await startSandbox(config));
    started.push(await startDesk(config));
    started.push(await startPortal(config));
    started.push(await startWorker(config));
    return { config, close: () => closeAll(started) };
  } catch (error) {
    await closeAll(started);
    throw error;
  }
}

async function ownDatabase(env: Env, started: Running[]): Promise<string> {
  const dataDir = resolve(env.DATA_DIR ?? '.data');
  const postgres = await startEmbeddedPostgres(dataDir, embeddedPassword(readSecrets(env, dataDir, false)));
  started.push({ close: postgres.stop });
  return postgres.url;
}

/** Before anything is touched: a start that cannot serve must not disturb one that does. */
function refusePortInUse(name: string, { port, listenAddress }: HostConfig): Promise<void> {
  return new Promise((done, refuse) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      refuse(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new ConfigError(
              `Port ${port} ${error.code === 'EACCES' ? 'may not be used by this user' : 'is already in use'}. Stop what uses it, or set ${name.toUpperCase()}_PORT to another.`,
            )
          : error,
      ),
    );
    probe.listen(port, listenAddress, () => probe.close(() => done()));
  });
}
