import { resolve } from 'node:path';
import {
  type Config,
  embeddedPassword,
  loadConfig,
  readSecrets,
  runningEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#lib/platform';

/** The database a command works on, until `stop`. */
export interface DatabaseToFill {
  config: Config;
  stop: () => Promise<void>;
}

/** DATABASE_URL, else the server of the data folder: the one running for `npm start`, or one for this command alone. */
export async function databaseToFill(env: Record<string, string | undefined>): Promise<DatabaseToFill> {
  if (env.DATABASE_URL) return { config: loadConfig(env), stop: leaveRunning };
  const dataDir = resolve(env.DATA_DIR ?? '.data');
  const password = embeddedPassword(readSecrets(env, dataDir, false));
  const running = await runningEmbeddedPostgres(dataDir, password);
  const { url, stop } = running
    ? { url: running, stop: leaveRunning }
    : await startEmbeddedPostgres(dataDir, password);
  return { config: loadConfig(env, url), stop };
}

const leaveRunning = async () => undefined;
