import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '#lib/platform';

/** Somebody as the neighbour knows them. */
export interface ForeignPerson {
  id: string;
  name: string;
}

/** The people of `data/foreign-people.yaml`. */
export function foreignPeople(): ForeignPerson[] {
  const file = join(projectRoot(), 'apps/national-sandbox/data/foreign-people.yaml');
  return parse(readFileSync(file, 'utf8')) as ForeignPerson[];
}
