import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '#lib/platform';
import type { ProviderName } from './trusted-provider.js';

type Levels = Record<ProviderName, Record<string, 1 | 2>>;

let levels: Levels | undefined;

function table(provider: ProviderName): Record<string, 1 | 2> {
  levels ??= parse(
    readFileSync(join(projectRoot(), 'libs/identity/data/accepted-levels.yaml'), 'utf8'),
  ) as Levels;
  return levels[provider];
}

/** The level of ours that an `acr` of a provider stands for; undefined where we do not accept it. */
export function levelOf(provider: ProviderName, acr: unknown): 1 | 2 | undefined {
  return typeof acr === 'string' && Object.hasOwn(table(provider), acr) ? table(provider)[acr] : undefined;
}

/** The `acr` values to ask a provider for so that the level is at least `wanted`, the highest first. */
export function acrValuesFor(provider: ProviderName, wanted: 1 | 2): string {
  return Object.entries(table(provider))
    .filter(([, level]) => level >= wanted)
    .toSorted(([, one], [, other]) => other - one)
    .map(([acr]) => acr)
    .join(' ');
}
