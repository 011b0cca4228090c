import { cleanCode } from '../clean.js';
import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';
import { oneLine } from './one-line.js';

/**
 * The personal identification number, 12 digits (Decree 137/2015 art. 13, Circular 59/2021): three for the province
 * or the country where the birth was registered, one for century and sex (0 and 1 the 1900s, 2 and 3 the 2000s), two
 * for the year of birth, six at random. There is no check digit.
 */
export interface IdNumberField extends FieldBase {
  type: 'id-number';
}

/** 001 to 096 are the provinces of before July 2025; those born or registered abroad have codes of countries. */
const structure = '^(?!000)[0-9]{12}$';

export const idNumber: FieldType<IdNumberField, string> = {
  ...oneLine,
  settings: {},
  read: (typed, field) => cleanCode(typed[field.id]) || undefined,
  schema: () => ({ type: 'string', minLength: 12, maxLength: 12, pattern: structure }),
  explain: (failures, answer, field) =>
    typeof answer === 'string' && !/^\d{12}$/u.test(answer)
      ? { code: 'id-number-length' }
      : byKeyword({ pattern: 'id-number-structure' })(failures, answer, field),
  check: (answer, _field, { context }) =>
    birthYear(answer) > Number(context.today.slice(0, 4)) ? { code: 'id-number-structure' } : undefined,
  display: (answer) => answer.replace(/^(\d{3})(\d{3})(\d{3})(\d{3})$/u, '$1 $2 $3 $4'),
};

function birthYear(number: string): number {
  const century = 19 + Math.floor(Number(number[3]) / 2);
  return century * 100 + Number(number.slice(4, 6));
}
