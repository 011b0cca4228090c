import type { KnownPlaces } from '#lib/forms';
import { places } from './places.js';

/** The places that answers are checked against: those in force. */
export const knownPlaces: KnownPlaces = {
  isProvince: (code) => places.communesOf(code).length > 0,
  provinceOfCommune: (code) => places.provinceOfCommune(code),
};
