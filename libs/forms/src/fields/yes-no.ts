import { isFlag } from '../answer.js';
import { cleanLine } from '../clean.js';
import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';
import { texts } from '../texts.js';

/** A question answered with yes or no; posted as 'yes' or 'no', kept as a boolean. */
export interface YesNoField extends FieldBase {
  type: 'yes-no';
}

export const yesNo: FieldType<YesNoField, boolean> = {
  settings: {},
  missing: 'answer-yes-no',
  holds: isFlag,
  read: (typed, field) => {
    const line = cleanLine(typed[field.id]);
    if (line === 'yes' || line === 'no') return line === 'yes';
    return line || undefined;
  },
  write: (answer, field) => ({ [field.id]: answer ? 'yes' : 'no' }),
  schema: () => ({ type: 'boolean' }),
  explain: byKeyword({ type: 'answer-yes-no' }),
  display: (answer, _field, { language }) => texts(language)(answer ? 'yes' : 'no'),
  choices: (_field, _lists, language) =>
    (['yes', 'no'] as const).map((value) => ({ value, label: texts(language)(value) })),
};
