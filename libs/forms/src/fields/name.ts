import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';
import { oneLine } from './one-line.js';

/** A person's name in one box, in the order họ, chữ đệm, tên. */
export interface NameField extends FieldBase {
  type: 'name';
  /** Characters; 100 if not said. */
  maxLength?: number;
}

/** Letters of any script with their marks, and what names are joined with: H'Hen Niê, Y-Blô, Jr. */
const letters = "^(?=.*\\p{L})[\\p{L}\\p{M}'’.\\- ]+$";

export const name: FieldType<NameField, string> = {
  ...oneLine,
  settings: { maxLength: { type: 'integer', minimum: 1, maximum: 200 } },
  schema: (field) => ({ type: 'string', maxLength: field.maxLength ?? 100, pattern: letters }),
  explain: byKeyword({ maxLength: 'too-long', pattern: 'name-characters' }),
};
