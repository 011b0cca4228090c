import { isText } from '../answer.js';
import type { FieldBase, FieldType } from '../field-type.js';
import {
  checkLimits,
  type DateLimits,
  dateParts,
  explainDate,
  limitSettings,
  readDate,
  writeDate,
  yearPattern,
} from './date-parts.js';

/** A day of the calendar in three boxes, kept as 'YYYY-MM-DD'. */
export interface DateField extends FieldBase, DateLimits {
  type: 'date';
}

export const date: FieldType<DateField, string> = {
  settings: limitSettings,
  parts: dateParts,
  missing: 'enter',
  holds: isText,
  read: readDate,
  write: writeDate,
  schema: () => ({ type: 'string', format: 'date', pattern: yearPattern }),
  explain: (_failures, answer) => (isText(answer) ? explainDate(answer, dateParts) : { code: 'unreadable' }),
  check: (answer, field, { answers, context }) => checkLimits(answer, field, context.today, answers),
  display: showDate,
};

/** '2026-11-22' as 22/11/2026, '1998-03' as 03/1998; the same in every language, unlike 11/22. */
export function showDate(answer: string): string {
  return answer.split('-').toReversed().join('/');
}
