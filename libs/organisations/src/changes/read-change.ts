import { dirname, join } from 'node:path';
import { languages, projectRoot, readYaml } from '#lib/platform';
import { readTable } from '../places/read-table.js';
import { type PlaceLevel, placeLevels } from '../places/place.entity.js';
import {
  type AdministrativeChange,
  type BegunPlace,
  ChangeError,
  type Succession,
} from './administrative-change.js';

type Fields = Record<string, unknown>;

/** The change that the product starts from: 63 provinces became 34, the districts ended. */
export const shippedChange = 'libs/organisations/data/changes/2025-07.yaml';

export function readShippedChange(): AdministrativeChange {
  return readChange(join(projectRoot(), shippedChange));
}

/**
 * Reads a change from its YAML file. `begins` and `succession` are lists, or the name of a table beside the file.
 * Refuses what is no YAML (`ConfigError`). Throws `ChangeError` with everything that is missing or of the wrong shape.
 */
export function readChange(file: string): AdministrativeChange {
  const read = (readYaml(file) ?? {}) as Fields;
  const listed = (name: string): Fields[] => {
    const value = read[name];
    if (Array.isArray(value)) return value as Fields[];
    return typeof value === 'string' ? readTable(join(dirname(file), value)) : [];
  };
  const change = {
    id: text(read.id),
    title: read.title as AdministrativeChange['title'],
    effectiveOn: text(read.effectiveOn),
    source: text(read.source),
    begins: listed('begins').map(begunPlace),
    succession: listed('succession').flatMap(successions),
  };
  const problems = [
    ...(/^[a-z0-9-]+$/.test(change.id) ? [] : ['id: letters, digits and hyphens']),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(change.effectiveOn) ? [] : ['effectiveOn: a day, "YYYY-MM-DD"']),
    ...(change.source ? [] : ['source: the decree']),
    ...languages
      .filter((language) => !text(change.title?.[language]))
      .map((each) => `title.${each} is missing`),
    ...(change.succession.length > 0 ? [] : ['succession: which unit follows which']),
    ...change.begins.filter((place) => !isPlace(place)).map((place) => `begins: ${JSON.stringify(place)}`),
    ...change.succession
      .filter((row) => !isSuccession(row))
      .map((row) => `succession: ${JSON.stringify(row)}`),
  ];
  if (problems.length > 0) throw new ChangeError(problems);
  return change;
}

function begunPlace(row: Fields): BegunPlace {
  return {
    level: row.level as PlaceLevel,
    code: text(row.code),
    name: text(row.name ?? row.name_vi),
    nameEn: text(row.nameEn ?? row.name_en),
    parentCode: text(row.province ?? row.province_code) || null,
  };
}

/** Written by hand, a row names its successors of the same level in a list: `{ level, code, successors: [...] }`. */
function successions(row: Fields): Succession[] {
  const { level, code } = { level: row.level as PlaceLevel, code: text(row.code) };
  if (Array.isArray(row.successors))
    return row.successors.map((each) => ({ level, code, successorLevel: level, successorCode: text(each) }));
  const successorLevel = (row.successor_level ?? row.successorLevel ?? level) as PlaceLevel;
  return [{ level, code, successorLevel, successorCode: text(row.successor_code ?? row.successorCode) }];
}

function isPlace({ level, code, name, nameEn, parentCode }: BegunPlace): boolean {
  return (
    isUnit(level, code) && name !== '' && nameEn !== '' && (level === 'province') === (parentCode === null)
  );
}

function isSuccession({ level, code, successorLevel, successorCode }: Succession): boolean {
  return isUnit(level, code) && isUnit(successorLevel, successorCode);
}

function isUnit(level: string, code: string): boolean {
  return placeLevels.some((each) => each === level) && /^\d{2,5}$/.test(code);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
