import { cleanLine, cleanLines } from '../clean.js';
import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';
import { forbiddenInLine, oneLine } from './one-line.js';

/** Free text. */
export interface TextField extends FieldBase {
  type: 'text';
  /** Characters; 200, or 2,000 for several lines, if not said. */
  maxLength?: number;
  multiline?: true;
}

const line = `^[^${forbiddenInLine}]+$`;
/** The same with line breaks (U+000A) let through. */
const lines = `^[^${forbiddenInLine.replace('\\u0000-\\u001F', '\\u0000-\\u0009\\u000B-\\u001F')}]+$`;

/** How many characters an answer may have. */
export function mostCharacters({ maxLength, multiline }: Pick<TextField, 'maxLength' | 'multiline'>): number {
  return maxLength ?? (multiline ? 2000 : 200);
}

export const text: FieldType<TextField, string> = {
  ...oneLine,
  settings: {
    maxLength: { type: 'integer', minimum: 1, maximum: 10_000 },
    multiline: { const: true },
  },
  read: (typed, field) => (field.multiline ? cleanLines : cleanLine)(typed[field.id]) || undefined,
  schema: (field) => ({
    type: 'string',
    maxLength: mostCharacters(field),
    pattern: field.multiline ? lines : line,
  }),
  explain: byKeyword({ maxLength: 'too-long', pattern: 'characters' }),
};
