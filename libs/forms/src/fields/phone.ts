import { cleanCode } from '../clean.js';
import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';
import { oneLine } from './one-line.js';

/** A Vietnamese mobile number, kept as ten digits: '0912345678'. */
export interface PhoneField extends FieldBase {
  type: 'phone';
}

export const phone: FieldType<PhoneField, string> = {
  ...oneLine,
  settings: {},
  read: (typed, field) => national(cleanCode(typed[field.id], /[\s.\-()]+/gu)) || undefined,
  schema: () => ({ type: 'string', pattern: '^0[35789][0-9]{8}$' }),
  explain: byKeyword({ pattern: 'phone' }),
  display: (answer) => answer.replace(/^(\d{4})(\d{3})(\d{3})$/u, '$1 $2 $3'),
};

/** +84 912…, 0084 912… and 84 912… are 0912…; so is +84 (0)912…. */
function national(digits: string): string {
  return digits.replace(/^(?:\+|00)?840?(?=\d{9}$)/u, '0');
}
