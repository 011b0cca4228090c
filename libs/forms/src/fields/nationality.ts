import type { Language } from '#lib/platform';
import { byKeyword, type Choice, type FieldBase, type FieldType } from '../field-type.js';
import { countries } from '../lists/countries.js';
import { oneLine } from './one-line.js';

/** A country by its ISO 3166-1 alpha-2 code. */
export interface NationalityField extends FieldBase {
  type: 'nationality';
}

export const nationality: FieldType<NationalityField, string> = {
  ...oneLine,
  settings: {},
  missing: 'choose',
  schema: () => ({ type: 'string', enum: countries }),
  explain: byKeyword({ enum: 'choice-unknown' }),
  display: (answer, _field, { language }) =>
    countriesIn(language).find(({ value }) => value === answer)?.label ?? answer,
  choices: (_field, _lists, language) => countriesIn(language),
};

const named = new Map<Language, Choice[]>();

/** Việt Nam first, the others in the alphabet of the language. */
function countriesIn(language: Language): Choice[] {
  const known = named.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  const { compare } = new Intl.Collator(language);
  const choices = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((one, other) => compare(one.label, other.label));
  const homeFirst = [
    ...choices.filter(({ value }) => value === 'VN'),
    ...choices.filter(({ value }) => value !== 'VN'),
  ];
  named.set(language, homeFirst);
  return homeFirst;
}
