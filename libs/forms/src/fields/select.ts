import type { FieldType } from '../field-type.js';
import { type ListField, oneOf } from './one-of.js';

/** One of many choices, in a drop-down. */
export interface SelectField extends ListField {
  type: 'select';
}

export const select: FieldType<SelectField, string> = oneOf;
