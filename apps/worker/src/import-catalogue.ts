import { existsSync } from 'node:fs';
import { importProcedures, printReport } from '#lib/catalogue';
import { ConfigError } from '#lib/platform';
import { databaseToFill, ownerDatabase, prepareDatabase } from '#lib/schema';

/** `npm run catalogue:import -- FILE`: loads a full export of the national catalogue and prints a report. */
async function importCatalogue(file: string | undefined): Promise<void> {
  if (!file || !existsSync(file))
    throw new ConfigError('Name the export to import: npm run catalogue:import -- procedures.jsonl.gz');
  const { config, stop } = await databaseToFill(process.env);
  try {
    await prepareDatabase(config.databaseUrl, new Date(), config);
    const database = await ownerDatabase(config.databaseUrl);
    const { report, counts } = await importProcedures(database, file, new Date());
    await database.destroy();
    console.log(printReport(report));
    console.log(`added ${counts.added}, changed ${counts.changed}, unchanged ${counts.unchanged}`);
  } finally {
    await stop();
  }
}

await importCatalogue(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
