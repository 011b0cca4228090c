import type { PlaceHistory } from './place-history.js';
import type { PlaceRow } from './place.entity.js';
import { places } from './places.js';

/** The last day on which districts stood. */
const lastDay = '2025-06-30';
const inVietnamese = new Intl.Collator('vi');

/** The administrative units before 1 July 2025. */
interface FormerUnits {
  provinces: PlaceRow[];
  /** A province (two digits), district (three) or commune (five) by its code. */
  find(code: string): PlaceRow | undefined;
  /** What it was divided into, in Vietnamese order. */
  below(code: string): PlaceRow[];
}

let known: { history: PlaceHistory; units: FormerUnits } | undefined;

/** The units of then, put in order when first asked for: few forms ask for them. */
export function formerUnits(): FormerUnits {
  const history = places.history();
  if (known?.history !== history) known = { history, units: unitsIn(history) };
  return known.units;
}

function unitsIn(history: PlaceHistory): FormerUnits {
  const byCode = new Map<string, PlaceRow>();
  const below = new Map<string, PlaceRow[]>();
  for (const row of history.standingOn(lastDay)) {
    byCode.set(row.code, row);
    const siblings = below.get(row.parentCode ?? '') ?? [];
    below.set(row.parentCode ?? '', siblings);
    siblings.push(row);
  }
  for (const siblings of below.values())
    siblings.sort((one, other) => inVietnamese.compare(one.name, other.name));
  return {
    provinces: below.get('') ?? [],
    find: (code) => byCode.get(code),
    below: (code) => (code === '' ? [] : (below.get(code) ?? [])),
  };
}
