import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '#lib/platform';
import type { Authority, LocalBody } from './service-definition.js';

/** A kind of agency that names of the catalogue mean; `data/agency-kinds.yaml`. */
export interface AgencyKind {
  kind: string;
  /** Where this portal finds it; absent where it knows no such agency. */
  at?: Authority;
  /** Absent for the People's Committee, and at a ministry. */
  body?: LocalBody;
  /** What the name alone does not say. */
  assumed?: string;
  names: string[];
}

/** The kinds from the nearest to the citizen to the farthest. */
export function agencyKinds(): AgencyKind[] {
  kinds ??= parse(
    readFileSync(join(projectRoot(), 'libs/catalogue/data/agency-kinds.yaml'), 'utf8'),
  ) as AgencyKind[];
  return kinds;
}

/** What an agency of this name is; undefined for a name the table does not know. */
export function kindOfAgency(name: string): AgencyKind | undefined {
  const known = byName.get(name);
  if (known !== undefined) return known ?? undefined;
  // Both ways of placing the tone mark are in use: "Uỷ", "Ủy"; "Toà", "Tòa".
  const plain = name.normalize('NFC').toLowerCase().replaceAll('uỷ', 'ủy').replaceAll('toà', 'tòa');
  const found = agencyKinds().find(({ names }) =>
    names.some((pattern) => new RegExp(pattern, 'iu').test(plain)),
  );
  byName.set(name, found ?? null);
  return found;
}

let kinds: AgencyKind[] | undefined;
const byName = new Map<string, AgencyKind | null>();
