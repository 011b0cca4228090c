import type { Typed } from './clean.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { mostItems } from './fields/repeat.js';
import type { TableField } from './fields/table.js';

/**
 * The names of a field's inputs, `birthDate-day` and so on; [] where nothing is posted. The first takes the focus. A
 * table has those of all the rows there may be.
 */
export function inputsOf(field: FieldDefinition): string[] {
  if (field.type === 'table')
    return Array.from({ length: field.max ?? mostItems }, (_, row) =>
      rowOf(field, row).flatMap(inputsOf),
    ).flat();
  const { parts } = typeOf(field);
  return parts ? parts.map((part) => `${field.id}-${part}`) : [field.id];
}

/** The columns of a table as the fields of one of its rows, from 0. */
export function rowOf(table: TableField, row: number): FieldDefinition[] {
  return table.fields.map((column) => ({ ...column, id: `${table.id}-${row}-${column.id}` }));
}

/** The rows of a table in which something is typed. */
export function filledRows(table: TableField, typed: Typed): number[] {
  const rows = new Set<number>();
  for (const [name, value] of Object.entries(typed)) {
    const [, row] = new RegExp(`^${table.id}-(\\d{1,4})-`, 'u').exec(name) ?? [];
    if (row !== undefined && [value].flat().some((text) => text.trim() !== '')) rows.add(Number(row));
  }
  return [...rows].toSorted((one, other) => one - other);
}

/** Moves what is typed into a table up over the empty rows, so that the n-th row is the n-th item. */
export function closeGaps(table: TableField, typed: Typed): void {
  for (const [to, from] of filledRows(table, typed).entries()) {
    if (to === from) continue;
    const targets = rowOf(table, to).flatMap(inputsOf);
    for (const [index, name] of rowOf(table, from).flatMap(inputsOf).entries()) {
      const target = targets[index] ?? name;
      typed[target] = typed[name] ?? '';
      typed[name] = '';
    }
  }
}
