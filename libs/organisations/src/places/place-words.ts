import { defineTexts, type Language } from '#lib/platform';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };
import type { PlaceLevel, PlaceRow } from './place.entity.js';
import { formerUnits } from './former-units.js';
import { places } from './places.js';

const texts = defineTexts({ vi, en, fr });

/** What a unit is called in a language. */
export function placeName({ name, nameEn }: Pick<PlaceRow, 'name' | 'nameEn'>, language: Language): string {
  return language === 'en' ? nameEn : name;
}

/**
 * The unit that bore a code on a day, in words: a former commune with its district and with what it is now, "Phường Trúc
 * Bạch, Quận Ba Đình (nay là Phường Ba Đình)". The code itself where nobody bore it.
 */
export function placeOnDay(level: PlaceLevel, code: string, day: string, language: Language): string {
  const history = places.history();
  const place = history.near(level, code, day);
  if (!place)
    return level === 'province' ? places.provinceName(code, language) : places.communeName(code, language);
  return formerPlaceWords(place, language);
}

/**
 * A commune or district before 1 July 2025 by its code of then, with all that was around it, and the commune of today:
 * `today`, or what follows from it. The code itself where nobody bore it.
 */
export function formerAddressWords(code: string, today: string, language: Language): string {
  const place = formerUnits().find(code);
  if (!place) return code;
  const now = communesNow(place).filter((each) => today === '' || each.code === today);
  if (now.length === 0) return wholeName(place, language);
  const successors = now.map((each) => wholeName(each, language)).join(texts(language)('or'));
  return texts(language)('now', { name: wholeName(place, language), successors });
}

/** The communes that stand where a former commune or district stood. */
export function communesNow(place: PlaceRow): PlaceRow[] {
  return places.history().successorsOf(place);
}

/** A unit with all that is or was around it. */
export function wholeName(place: PlaceRow, language: Language): string {
  return [place, ...places.history().around(place)].map((each) => placeName(each, language)).join(', ');
}

/** A unit, with its district where it had one, and what it is now where it is another. */
export function formerPlaceWords(place: PlaceRow, language: Language): string {
  const history = places.history();
  const district = history.around(place).find(({ level }) => level === 'district');
  const name = [place, ...(district ? [district] : [])].map((each) => placeName(each, language)).join(', ');
  if (place.validUntil === null) return name;
  const now = history.successorsOf(place);
  if (now.length === 0) return name;
  const t = texts(language);
  const [only] = now;
  const unchanged = now.length === 1 && only && placeName(only, language) === placeName(place, language);
  if (unchanged) return name;
  const successors = now.map((each) => placeName(each, language)).join(t('or'));
  return t(now.length === 1 ? 'now' : 'now-part', { name, successors });
}
