import { textIn } from '#lib/web';
import type { OfficerNumbers } from '../officers/officer-identity.js';

export type NumbersField = 'id-number' | 'household';
export type TypedNumbers = Record<NumbersField, string>;

/** More than live under one roof anywhere. */
export const largestHousehold = 20;

/** What was typed, and either the numbers it makes or the boxes to mend; numbers may be written with spaces or dots within. */
export function readNumbers(body: unknown): {
  typed: TypedNumbers;
  wrong: NumbersField[];
  numbers?: OfficerNumbers;
} {
  const typed = { 'id-number': textIn(body, 'id-number'), household: textIn(body, 'household') };
  const idNumber = plain(typed['id-number']);
  const household = typed.household
    .split(/[\n,;]+/)
    .map(plain)
    .filter(Boolean);
  const wrong: NumbersField[] = [
    ...(isNumber(idNumber) ? [] : ['id-number' as const]),
    ...(household.length <= largestHousehold && household.every(isNumber) ? [] : ['household' as const]),
  ];
  return wrong.length > 0 ? { typed, wrong } : { typed, wrong, numbers: { idNumber, household } };
}

function plain(text: string): string {
  return text.replace(/[\s.]/g, '');
}

/** A personal identification number: 12 digits, the first three never 000. */
function isNumber(text: string): boolean {
  return /^(?!000)\d{12}$/.test(text);
}
