import { isText } from '../answer.js';
import { cleanLine } from '../clean.js';
import type { FieldBase, FieldType } from '../field-type.js';

/**
 * Control characters, the replacement character and the marks that reverse the direction of writing: a text that
 * holds them would be shown as something else than what is stored.
 */
export const forbiddenInLine = '\\u0000-\\u001F\\u007F-\\u009F\\uFFFD\\u202A-\\u202E\\u2066-\\u2069';

/** What the types typed into one box have in common. */
export const oneLine = {
  missing: 'enter',
  holds: isText,
  read: (typed, field) => cleanLine(typed[field.id]) || undefined,
  write: (answer, field) => ({ [field.id]: answer }),
  display: (answer) => answer,
} satisfies Partial<FieldType<FieldBase, string>>;
