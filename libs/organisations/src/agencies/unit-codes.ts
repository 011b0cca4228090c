import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Localised, projectRoot } from '#lib/platform';

/** What `data/unit-codes.yaml` says of the codes of agencies and of their names. */
export interface UnitCodes {
  /** Head of the codes of a province of today, by its code. */
  provinces: Record<string, string>;
  /** The same of the provinces before 1 July 2025. */
  formerProvinces: Record<string, string>;
  ministries: Record<string, Localised & { code: string }>;
  bodies: Record<
    'police' | 'tax' | 'social-insurance',
    Localised & { code: string; number: string; communes?: true }
  >;
}

export function readUnitCodes(): UnitCodes {
  const file = join(projectRoot(), 'libs/organisations/data/unit-codes.yaml');
  return parse(readFileSync(file, 'utf8')) as UnitCodes;
}

/** What a People's Committee is called before the name of its place. */
export const committeeNames: Localised = {
  vi: 'UBND',
  en: 'People’s Committee of',
  fr: 'Comité populaire de',
};
