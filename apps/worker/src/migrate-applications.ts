import { existsSync } from 'node:fs';
import {
  carryOutMigration,
  type MigrationCounts,
  planMigration,
  previewMigration,
  readMapping,
} from '#lib/applications';
import { changeWords, compareRevisions } from '#lib/catalogue';
import { ConfigError, Platform, readYaml, Refusal, refusalWords, systemClock } from '#lib/platform';
import { appDatabase, databaseToFill, prepareDatabase } from '#lib/schema';
import { findingWords } from '#lib/workflow';

const usage =
  'Name the mapping: npm run applications:migrate -- mapping.yaml [--apply]. It holds procedure, from and to (numbers of revisions), states (where each state of the old one goes: all of them, also those that stay), fields where some are gone or changed, and reason in vi, en and fr.';

/**
 * `npm run applications:migrate -- FILE`: says what would become of the open applications of a revision; with `--apply`
 * does it, where the checks accept the mapping. Run again it goes on where it stood.
 */
async function migrateApplications([file, apply]: string[]): Promise<void> {
  if (!file || !existsSync(file) || (apply !== undefined && apply !== '--apply'))
    throw new ConfigError(usage);
  const mapping = readMapping(readYaml(file));
  if (!mapping) throw new ConfigError(usage);
  const { config, stop } = await databaseToFill(process.env);
  try {
    await prepareDatabase(config.databaseUrl, new Date(), config);
    const worker = await appDatabase(config.databaseUrl, 'dvc_worker');
    const platform = new Platform(config, worker, systemClock);
    const { plan, findings } = await planMigration(worker.manager, mapping);
    for (const change of compareRevisions(plan.from.definition, plan.to.definition))
      console.log(`  ${changeWords(change, 'vi')}`);
    for (const finding of findings) console.log(`  ${finding.path}: ${findingWords(finding, 'vi')}`);
    if (findings.length > 0) process.exitCode = 1;
    else tell(await (apply ? carryOutMigration(platform, plan) : previewMigration(platform, plan)));
    if (findings.length > 0 || !apply) console.log('Nothing was changed.');
    await worker.destroy();
  } finally {
    await stop();
  }
}

function tell({ moves, stays }: MigrationCounts): void {
  if (moves.size + stays.size === 0) console.log('No open application is under that revision.');
  for (const [move, many] of moves) console.log(`${move}: ${many}`);
  for (const [why, numbers] of stays)
    console.log(`${why}: ${numbers.length} stay (${numbers.slice(0, 20).join(', ')})`);
}

await migrateApplications(process.argv.slice(2)).catch((error: unknown) => {
  const words = error instanceof Refusal ? refusalWords(error.code, 'vi') : undefined;
  console.error(
    error instanceof ConfigError ? error.message : words ? `${words.title}. ${words.help}` : error,
  );
  process.exitCode = 1;
});
