import type { FormContext, PlaceNames } from '#lib/forms';
import { agencyNameAt, formerAddressWords, knownPlaces, placeOnDay, places } from '#lib/organisations';
import { type Language, legalDate, type Platform } from '#lib/platform';

/** What answers are checked against: the legal date today and the places in force. */
export function formContext(platform: Platform): FormContext {
  return {
    today: legalDate(platform.clock.now()),
    ...knownPlaces,
  };
}

/**
 * Names of places in a language: of those in force, or of those that were when an answer was given, with what they are
 * now.
 */
export function placeNames(language: Language, answered?: Date): PlaceNames {
  const day = answered ? legalDate(answered) : '9999-12-31';
  const now = places.areThoseOf(day);
  return {
    province: (code) =>
      now && places.communesOf(code).length > 0
        ? places.provinceName(code, language)
        : placeOnDay('province', code, day, language),
    commune: (code) =>
      now && places.provinceOfCommune(code)
        ? places.communeName(code, language)
        : placeOnDay('commune', code, day, language),
    formerPlace: (code, today) => formerAddressWords(code, today, language),
    agency: (body, place) => agencyNameAt(body, place, language),
  };
}
