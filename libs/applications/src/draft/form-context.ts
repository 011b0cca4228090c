import type { FormContext, PlaceNames } from '#lib/forms';
import { places } from '#lib/organisations';
import { type Language, legalDate, type Platform } from '#lib/platform';

/** What answers are checked against: the legal date today and the places in force. */
export function formContext(platform: Platform): FormContext {
  return {
    today: legalDate(platform.clock.now()),
    provinceOfCommune: (code) => places.provinceOfCommune(code),
  };
}

/** Names of places in a language. */
export function placeNames(language: Language): PlaceNames {
  return {
    province: (code) => places.provinceName(code, language),
    commune: (code) => places.communeName(code, language),
  };
}
