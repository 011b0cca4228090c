import type { Localised } from '#lib/platform';
import type { PlaceLevel } from '../places/place.entity.js';

/** A unit that a change brings. */
export interface BegunPlace {
  level: PlaceLevel;
  code: string;
  name: string;
  nameEn: string;
  /** Code of the province; null of a province. */
  parentCode: string | null;
}

/** That one unit follows another. A unit that several of its own level follow was divided. */
export interface Succession {
  level: PlaceLevel;
  code: string;
  successorLevel: PlaceLevel;
  successorCode: string;
}

/** A merger, split or abolition of administrative units, as its decree says it. */
export interface AdministrativeChange {
  /** kebab-case; names the change for ever. */
  id: string;
  title: Localised;
  /** The first legal day of the new units, YYYY-MM-DD. */
  effectiveOn: string;
  /** The decree. */
  source: string;
  begins: BegunPlace[];
  succession: Succession[];
}

/** A change that cannot be carried out as it is written: what is wrong, one line each. */
export class ChangeError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
  }
}
