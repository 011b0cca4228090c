import type { Answers } from '../answer.js';
import type { FieldType } from '../field-type.js';
import { type ItemsField, items } from './repeat.js';

/**
 * Items of a few short fields, one a row, all on the page of the field. Their inputs are named
 * `<field>-<row>-<column>`, rows counted from 0. Empty rows are none.
 */
export interface TableField extends ItemsField {
  type: 'table';
}

export const table: FieldType<TableField, Answers[]> = { ...items, parts: [] };
