import { existsSync } from 'node:fs';
import { type AskedWithdrawal, readWithdrawal, withdrawProcedure } from '#lib/catalogue';
import { ConfigError, Platform, readYaml, Refusal, refusalWords, systemClock } from '#lib/platform';
import { databaseToFill, ownerDatabase, prepareDatabase } from '#lib/schema';

const usage =
  'Name the withdrawal: npm run procedure:withdraw -- withdrawal.yaml [--apply]. It holds code, from (YYYY-MM-DD or now), reason in vi, en and fr, decision, followedBy where another procedure takes its place, and the staff numbers proposedBy and confirmedBy.';

/** `npm run procedure:withdraw -- FILE`: says what would be withdrawn from when; with `--apply` does it. */
async function withdraw([file, apply]: string[]): Promise<void> {
  if (!file || !existsSync(file) || (apply !== undefined && apply !== '--apply'))
    throw new ConfigError(usage);
  const asked: AskedWithdrawal | undefined = readWithdrawal(readYaml(file));
  if (!asked) throw new ConfigError(usage);
  console.log(
    `${asked.code}: no new applications from ${asked.from.getTime() === 0 ? 'now on' : asked.from.toISOString()}. ${asked.reason.vi}`,
  );
  if (!apply) return console.log('Nothing was changed. With --apply it is done.');
  const { config, stop } = await databaseToFill(process.env);
  try {
    await prepareDatabase(config.databaseUrl, new Date(), config);
    const owner = await ownerDatabase(config.databaseUrl);
    const { effectiveAt } = await withdrawProcedure(new Platform(config, owner, systemClock), asked);
    console.log(`Withdrawn from ${effectiveAt.toISOString()}.`);
    await owner.destroy();
  } finally {
    await stop();
  }
}

await withdraw(process.argv.slice(2)).catch((error: unknown) => {
  const words = error instanceof Refusal ? refusalWords(error.code, 'vi') : undefined;
  console.error(
    error instanceof ConfigError ? error.message : words ? `${words.title}. ${words.help}` : error,
  );
  process.exitCode = 1;
});
