import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { importProcedures, printReport } from '#lib/catalogue';
import {
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
  const { url, stop } = await databaseToFill();
  try {
    await prepareDatabase(url, new Date());
    const database = await ownerDatabase(url);
    const { report, counts } = await importProcedures(database, file, new Date());
    await database.destroy();
    console.log(printReport(report));
    console.log(`added ${counts.added}, changed ${counts.changed}, unchanged ${counts.unchanged}`);
  } finally {
    await stop();
  }
}

/** DATABASE_URL, else the server of the data folder: the one running for `npm start`, or one for this import alone. */
async function databaseToFill(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (process.env.DATABASE_URL) return { url: loadConfig(process.env).databaseUrl, stop: leaveRunning };
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  const password = embeddedPassword(readSecrets(process.env, dataDir, false));
  const running = await runningEmbeddedPostgres(dataDir, password);
  return running ? { url: running, stop: leaveRunning } : startEmbeddedPostgres(dataDir, password);
}

const leaveRunning = async () => undefined;

await importCatalogue(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
