import type { PlaceRow } from '../places/place.entity.js';
import {
  type AdministrativeChange,
  type BegunPlace,
  ChangeError,
  type Succession,
} from './administrative-change.js';

/** That a unit which ends is followed by another, as it is kept. */
export interface PlannedSuccession extends Succession {
  /** The unit has several successors: of each of its matters a person says to which it goes. */
  divided: boolean;
  /** The same unit goes on, at most under another parent or spelling: its agencies stay what they are. */
  same: boolean;
}

/** What a change does to the units in force. */
export interface ChangePlan {
  change: AdministrativeChange;
  ends: PlaceRow[];
  begins: PlaceRow[];
  /** Rows that go on, with the spelling of the change. */
  stays: PlaceRow[];
  succession: PlannedSuccession[];
}

type Unit = Pick<BegunPlace, 'level' | 'code'>;
export const placeKey = ({ level, code }: Unit) => `${level}/${code}`;

/**
 * Works out what a change does to the units in force. Throws `ChangeError` where a unit that is to end is not in force,
 * a successor neither begins nor stays, a new unit follows none or has no province, or a unit would lose its province.
 */
export function planChange(inForce: PlaceRow[], change: AdministrativeChange): ChangePlan {
  const standing = new Map(inForce.map((place) => [placeKey(place), place]));
  const begun = new Map(change.begins.map((place) => [placeKey(place), place]));
  const successors = grouped(change.succession, placeKey, successorKey);
  const predecessors = grouped(change.succession, successorKey, placeKey);
  refuseProblems(standing, begun, successors, predecessors);

  const isSame = (key: string): boolean => {
    const [before, after] = [standing.get(key), begun.get(key)];
    const [only, another] = successors.get(key) ?? [];
    if (!before || !after || only !== key || another) return false;
    const sameLevel = (predecessors.get(key) ?? []).filter((each) => each.startsWith(`${before.level}/`));
    return (
      sameLevel.length === 1 &&
      spelling(before.name) === spelling(after.name) &&
      provinceOf(standing, before) === after.parentCode
    );
  };
  const goesOn = (key: string) => isSame(key) && standing.get(key)?.parentCode === begun.get(key)?.parentCode;
  const ended = [...successors.keys()].filter((key) => !goesOn(key));
  return {
    change,
    ends: ended.map((key) => standing.get(key) as PlaceRow),
    begins: change.begins
      .filter((place) => !goesOn(placeKey(place)))
      .map((place) => ({ ...place, validFrom: change.effectiveOn, validUntil: null })),
    stays: [...successors.keys()].filter(goesOn).map((key) => ({
      ...(standing.get(key) as PlaceRow),
      name: begun.get(key)?.name ?? '',
      nameEn: begun.get(key)?.nameEn ?? '',
    })),
    succession: change.succession
      .filter((row) => !goesOn(placeKey(row)))
      .map((row) => ({
        ...row,
        divided: (successors.get(placeKey(row)) ?? []).length > 1,
        same: isSame(placeKey(row)),
      })),
  };
}

function refuseProblems(
  standing: Map<string, PlaceRow>,
  begun: Map<string, BegunPlace>,
  successors: Map<string, string[]>,
  predecessors: Map<string, string[]>,
): void {
  const stays = (key: string) => standing.has(key) && !successors.has(key);
  const after = (key: string) => begun.has(key) || stays(key);
  const provinceStands = (code: string | null) => code !== null && after(`province/${code}`);
  const problems = [
    ...[...successors.keys()].filter((key) => !standing.has(key)).map((key) => `${key} is not in force`),
    ...[...predecessors.keys()].filter((key) => !after(key)).map((key) => `${key} neither begins nor stays`),
    ...[...begun.keys()].filter((key) => stays(key)).map((key) => `${key} begins, but stands already`),
    ...[...begun.keys()].filter((key) => !predecessors.has(key)).map((key) => `${key} follows no unit`),
    ...[...begun.values()]
      .filter(({ level, parentCode }) => level !== 'province' && !provinceStands(parentCode))
      .map((place) => `${placeKey(place)} is in no province`),
    ...[...standing.values()]
      .filter((place) => place.level !== 'province' && stays(placeKey(place)))
      .filter((place) => !provinceStands(provinceOf(standing, place)))
      .map((place) => `${placeKey(place)} would lose its province`),
  ];
  if (problems.length > 0) throw new ChangeError(problems);
}

function provinceOf(standing: Map<string, PlaceRow>, place: PlaceRow): string | null {
  if (place.parentCode === null) return null;
  const district = standing.get(`district/${place.parentCode}`);
  return district ? district.parentCode : place.parentCode;
}

function successorKey({ successorLevel, successorCode }: Succession): string {
  return placeKey({ level: successorLevel, code: successorCode });
}

function grouped(
  rows: Succession[],
  by: (row: Succession) => string,
  what: (row: Succession) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(by(row)) ?? [];
    if (!group.includes(what(row))) group.push(what(row));
    groups.set(by(row), group);
  }
  return groups;
}

/** "Hoà" and "Hòa" are one name; so are a dash and a space. */
function spelling(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ');
}
