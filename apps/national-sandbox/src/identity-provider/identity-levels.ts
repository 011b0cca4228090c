import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Localised, projectRoot } from '#lib/platform';

/** A level of the account, as the provider names it in `acr`. */
export interface IdentityLevel {
  acr: string;
  label: Localised;
  hint: Localised;
}

/** The levels of `data/identity-levels.yaml`, lowest first. */
export function identityLevels(): IdentityLevel[] {
  const file = join(projectRoot(), 'apps/national-sandbox/data/identity-levels.yaml');
  return parse(readFileSync(file, 'utf8')) as IdentityLevel[];
}
