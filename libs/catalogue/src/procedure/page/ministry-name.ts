import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Language, type Localised, projectRoot } from '#lib/platform';

let names: Record<string, Localised> | undefined;

/** The name of an issuing ministry, by the slug that facts carry; the slug itself where nobody wrote a name. */
export function ministryName(language: Language, slug: string): string {
  names ??= parse(readFileSync(join(projectRoot(), 'libs/catalogue/data/ministries.yaml'), 'utf8')) as Record<
    string,
    Localised
  >;
  return names[slug]?.[language] ?? slug;
}
