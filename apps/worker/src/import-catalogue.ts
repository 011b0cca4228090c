import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { importProcedures, printReport } from '#lib/catalogue';
import {
  type Config,
  ConfigError,
  embeddedPassword,
  loadConfig,
  readSecrets,
  runningEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#lib/platform';
import { ownerDatabase, prepareDatabase } from '#lib/schema';

/** `npm run catalogue:import -- FILE`: loads a full export of the national catalogue and prints a report. */
async function importCatalogue(file: string | undefined): Promise<void> {
  if (!file || !existsSync(file))
    throw new ConfigError('Name the export to import: npm run catalogue:import -- procedures.jsonl.gz');
  const { url, stop, ...config } = await databaseToFill();
  try {
    await prepareDatabase(url, new Date(), config);
    const database = await ownerDatabase(url);
    const { report, counts } = await importProcedures(database, file, new Date());
    await database.destroy();
    console.log(printReport(report));
    console.log(`added ${counts.added}, changed ${counts.changed}, unchanged ${counts.unchanged}`);
  } finally {
    await stop();
  }
}

interface DatabaseToFill extends Pick<Config, 'production' | 'secrets'> {
  url: string;
  stop: () => Promise<void>;
}

/** DATABASE_URL, else the server of the data folder: the one running for `npm start`, or one for this import alone. */
async function databaseToFill(): Promise<DatabaseToFill> {
  if (process.env.DATABASE_URL) {
    const { databaseUrl: url, production, secrets } = loadConfig(process.env);
    return { url, production, secrets, stop: leaveRunning };
  }
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  const secrets = readSecrets(process.env, dataDir, false);
  const password = embeddedPassword(secrets);
  const running = await runningEmbeddedPostgres(dataDir, password);
  const database = running
    ? { url: running, stop: leaveRunning }
    : await startEmbeddedPostgres(dataDir, password);
  return { ...database, production: false, secrets };
}

const leaveRunning = async () => undefined;

await importCatalogue(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
