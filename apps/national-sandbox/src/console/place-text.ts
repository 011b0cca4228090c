import { places } from '#lib/organisations';
import type { Language } from '#lib/platform';
import type { RegisteredPlace } from '../population/person.entity.js';

/** An address in one line, from the smallest part to the largest. */
export function placeText({ detail, commune, province }: RegisteredPlace, language: Language): string {
  return [detail, places.communeName(commune, language), places.provinceName(province, language)]
    .filter(Boolean)
    .join(', ');
}
