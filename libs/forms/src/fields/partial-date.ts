import { isText } from '../answer.js';
import type { FieldBase, FieldType } from '../field-type.js';
import { showDate } from './date.js';
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

/** A date of which only the year may be known: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export interface PartialDateField extends FieldBase, DateLimits {
  type: 'partial-date';
}

export const partialDate: FieldType<PartialDateField, string> = {
  settings: limitSettings,
  parts: dateParts,
  missing: 'enter',
  holds: isText,
  read: (typed, field) => readDate(typed, field)?.replace(/-+$/u, ''),
  write: writeDate,
  schema: () => ({
    type: 'string',
    pattern: yearPattern,
    anyOf: [{ format: 'date' }, { pattern: '^[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?$' }],
  }),
  explain: (_failures, answer) => {
    if (!isText(answer)) return { code: 'unreadable' };
    const [, , day = ''] = answer.split('-');
    return explainDate(answer, day === '' ? ['year'] : ['month', 'year']);
  },
  check: (answer, field, { answers, context }) => checkLimits(answer, field, context.today, answers),
  display: showDate,
};
