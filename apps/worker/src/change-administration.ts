import { existsSync } from 'node:fs';
import { countOpen, handOver } from '#lib/applications';
import { carryOutChange, ChangeError, planWhole, previewChange, readChange } from '#lib/organisations';
import { ConfigError, Platform, systemClock } from '#lib/platform';
import { appDatabase, databaseToFill, ownerDatabase, prepareDatabase } from '#lib/schema';

const usage =
  'Name the change: npm run administration:change -- libs/organisations/data/changes/2025-07.yaml [--apply]';

/**
 * `npm run administration:change -- FILE`: says what a change of administrative units would do; with `--apply` does it.
 * Killed on the way and run again, it goes on where it stood; run once more, it changes nothing.
 */
async function changeAdministration([file, apply]: string[]): Promise<void> {
  if (!file || !existsSync(file) || (apply !== undefined && apply !== '--apply'))
    throw new ConfigError(usage);
  const change = readChange(file);
  const { config, stop } = await databaseToFill(process.env);
  try {
    await prepareDatabase(config.databaseUrl, new Date(), config);
    const owner = await ownerDatabase(config.databaseUrl);
    const plan = await planWhole(owner.manager, change);
    if (plan) {
      const open = await countOpen(
        owner.manager,
        plan.agencies.ends.map(({ id }) => id),
      );
      console.log(await previewChange(owner.manager, plan, open));
    } else console.log(`${change.id} was carried out before.`);
    if (apply) {
      const done = await owner.transaction((tx) => carryOutChange(tx, { clock: systemClock }, change));
      if (done) console.log('Places, agencies and officers: done.');
      const worker = await appDatabase(config.databaseUrl, 'dvc_worker');
      const moved = await handOver(new Platform(config, worker, systemClock), (so) =>
        console.log(`${so} applications moved`),
      );
      console.log(`Applications moved now: ${moved}.`);
      await worker.destroy();
    } else if (plan) console.log('Nothing was changed. With --apply it is done.');
    await owner.destroy();
  } finally {
    await stop();
  }
}

await changeAdministration(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof ConfigError || error instanceof ChangeError ? error.message : error);
  process.exitCode = 1;
});
