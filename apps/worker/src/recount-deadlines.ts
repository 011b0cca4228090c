import { previewRecount, recountDeadlines } from '#lib/applications';
import { ConfigError, Platform, systemClock } from '#lib/platform';
import { appDatabase, databaseToFill, prepareDatabase } from '#lib/schema';

/**
 * `npm run deadlines:recount`: after days off were announced (libs/calendar/src/announced), says which deadlines of open
 * applications they move; with `--apply` moves them and tells the applicants.
 */
async function recount([apply]: string[]): Promise<void> {
  if (apply !== undefined && apply !== '--apply')
    throw new ConfigError('npm run deadlines:recount -- [--apply]');
  const { config, stop } = await databaseToFill(process.env);
  try {
    await prepareDatabase(config.databaseUrl, new Date(), config);
    const worker = await appDatabase(config.databaseUrl, 'dvc_worker');
    const platform = new Platform(config, worker, systemClock);
    const { moved, stay } = await (apply ? recountDeadlines(platform) : previewRecount(platform));
    for (const [days, many] of moved) console.log(`${days}: ${many}`);
    if (moved.size === 0) console.log('No deadline falls on another day.');
    if (stay.length > 0)
      console.log(`${stay.length} were acted on meanwhile; run it again: ${stay.slice(0, 20).join(', ')}`);
    if (!apply && moved.size > 0) console.log('Nothing was changed. With --apply it is done.');
    await worker.destroy();
  } finally {
    await stop();
  }
}

await recount(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
