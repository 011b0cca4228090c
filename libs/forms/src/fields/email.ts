import { cleanCode } from '../clean.js';
import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';
import { oneLine } from './one-line.js';

export interface EmailField extends FieldBase {
  type: 'email';
}

export const email: FieldType<EmailField, string> = {
  ...oneLine,
  settings: {},
  read: (typed, field) => cleanCode(typed[field.id], /\s+/gu) || undefined,
  // 254: the longest address that fits into a mail envelope (RFC 5321 section 4.5.3.1.3, less the two brackets).
  schema: () => ({ type: 'string', maxLength: 254, format: 'email' }),
  explain: byKeyword({ maxLength: 'email', format: 'email' }),
};
