import type { AgencyBody as OtherBody } from '#lib/forms';
import type { Language } from '#lib/platform';
import { committeeNames, readUnitCodes, type UnitCodes } from './unit-codes.js';

let known: UnitCodes['bodies'] | undefined;

/** What the agency of a place is called: of its People's Committee, or of another body. `place` is named in the language. */
export function agencyNameAt(body: OtherBody | undefined, place: string, language: Language): string {
  const name = body ? bodies()[body] : committeeNames;
  const start = language === 'vi' ? place.charAt(0).toLocaleLowerCase('vi') : place.charAt(0);
  return `${name[language]} ${start}${place.slice(1)}`;
}

/** Whether every place of a level has such a body. */
export function hasAgencies(level: 'commune' | 'province', body: OtherBody | undefined): boolean {
  return level === 'province' || !body || bodies()[body].communes === true;
}

function bodies(): UnitCodes['bodies'] {
  known ??= readUnitCodes().bodies;
  return known;
}
