import { readFileSync } from 'node:fs';
import { walkThroughEngine } from '#lib/applications';
import {
  checkOfficers,
  definitionFindingWords,
  readWritten,
  shippedDefinitions,
  shippedWorkflows,
  type Written,
} from '#lib/catalogue';
import { ConfigError, type Language, languages, Platform, systemClock } from '#lib/platform';
import { databaseToFill, ownerDatabase, prepareDatabase } from '#lib/schema';
import { type Finding, findingSteps } from '#lib/workflow';

const usage =
  'Name files: npm run definition:check -- my-workflow.yaml [--in=vi|en|fr] [--effort=5]. Without a file those that ship are checked.';

/**
 * `npm run definition:check -- FILE…`: everything that is checked before a definition is published. Each is read, then
 * walked through the real engine in a transaction that leaves nothing, and a service is compared with the officers
 * there are. The exit code is 1 where something was found.
 */
async function checkDefinitions(given: string[]): Promise<void> {
  const option = (name: string) => given.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];
  const files = given.filter((one) => !one.startsWith('--'));
  const language = languages.find((one) => one === (option('in') ?? 'vi'));
  const effort = Number(option('effort') ?? 1);
  if (!language || !(effort >= 1)) throw new ConfigError(usage);
  const { config, stop } = await databaseToFill(process.env);
  try {
    await prepareDatabase(config.databaseUrl, new Date(), config);
    const owner = await ownerDatabase(config.databaseUrl);
    const platform = new Platform(config, owner, systemClock);
    for (const [name, written] of files.length > 0 ? files.map(read) : shipped()) {
      const { findings, said } = await check(platform, written, effort);
      if (findings.length > 0) process.exitCode = 1;
      console.log(`${name}: ${said}`);
      for (const one of findings) tell(one, language);
    }
    await owner.destroy();
  } finally {
    await stop();
  }
}

async function check(platform: Platform, { definition, findings }: Written, effort: number) {
  if (!definition) return { findings: findings as Finding[], said: `${findings.length} findings` };
  const walk = await walkThroughEngine(platform, definition, { effort, mostSeconds: 30 * effort });
  const alone =
    'form' in definition ? await checkOfficers(platform.database.manager, definition, systemClock.now()) : [];
  const all: Finding[] = [...walk.findings, ...alone];
  const bound = walk.complete ? '' : ', not all of them';
  return { findings: all, said: `${walk.steps} steps walked${bound}; ${all.length} findings` };
}

function tell(one: Finding, language: Language): void {
  console.log(`  ${one.path ? `${one.path}: ` : ''}${definitionFindingWords(one, language)}`);
  for (const step of findingSteps(one, language)) console.log(`      ${step}`);
}

const read = (file: string): [string, Written] => {
  try {
    return [file, readWritten(readFileSync(file, 'utf8'))];
  } catch {
    const findings = [{ path: '', code: 'file-unreadable', facts: {} }];
    return [file, { definition: undefined, findings }];
  }
};

const shipped = (): [string, Written][] => [
  ...shippedWorkflows().map((one): [string, Written] => [one.id, { definition: one, findings: [] }]),
  ...shippedDefinitions().map((one): [string, Written] => [one.code, { definition: one, findings: [] }]),
];

await checkDefinitions(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
