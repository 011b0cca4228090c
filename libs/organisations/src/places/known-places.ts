import type { KnownPlaces } from '#lib/forms';
import { formerUnits } from './former-units.js';
import { communesNow } from './place-words.js';
import { places } from './places.js';

/** The places that answers are checked against: those in force, and those before. */
export const knownPlaces: KnownPlaces = {
  formerPlace: (code) => {
    const place = formerUnits().find(code);
    return (
      place && {
        parent: place.parentCode ?? '',
        hasCommunes: formerUnits().below(code).length > 0,
        successors: communesNow(place).map((each) => each.code),
      }
    );
  },
  isProvince: (code) => places.communesOf(code).length > 0,
  provinceOfCommune: (code) => places.provinceOfCommune(code),
};
