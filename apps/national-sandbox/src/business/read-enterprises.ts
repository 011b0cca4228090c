import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Localised, projectRoot } from '#lib/platform';
import type { Enterprise } from './enterprise.entity.js';

type EnterpriseFact = Omit<Enterprise, 'testCase' | 'position'> & { case: Localised };

/** The enterprises of the register, from `data/enterprises.yaml`. */
export function readEnterprises(): Enterprise[] {
  const file = join(projectRoot(), 'apps/national-sandbox/data/enterprises.yaml');
  const facts = parse(readFileSync(file, 'utf8')) as EnterpriseFact[];
  return facts.map(({ case: testCase, ...enterprise }, position) => ({ ...enterprise, testCase, position }));
}
