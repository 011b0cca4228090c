import type { Language } from '#lib/platform';

/** A country by its ISO 3166-1 code, in words; the code where Unicode CLDR has none. */
export function countryName(language: Language, code: string): string {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code;
}
