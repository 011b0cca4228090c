import type { FieldType } from '../field-type.js';
import { type ListField, oneOf } from './one-of.js';

/** One of a few choices, all in sight. */
export interface RadiosField extends ListField {
  type: 'radios';
}

export const radios: FieldType<RadiosField, string> = oneOf;
