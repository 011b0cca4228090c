import { isTextList } from '../answer.js';
import { cleanLine } from '../clean.js';
import { byKeyword, type FieldType } from '../field-type.js';
import { listItems, type ListField, oneOf } from './one-of.js';

/** Any number of choices, in the order they were posted, none twice. None at all is no answer. */
export interface CheckboxesField extends ListField {
  type: 'checkboxes';
}

/** More than any list has: what a body holds beyond it is not read. */
const mostTicked = 1000;

export const checkboxes: FieldType<CheckboxesField, string[]> = {
  settings: oneOf.settings,
  requiredSettings: ['list'],
  many: true,
  missing: 'choose-many',
  holds: isTextList,
  read: (typed, field) => {
    const ticked = [typed[field.id] ?? []]
      .flat()
      .slice(0, mostTicked)
      .map((value) => cleanLine(value));
    const answer = [...new Set(ticked)].filter((value) => value !== '');
    return answer.length > 0 ? answer : undefined;
  },
  write: (answer, field) => ({ [field.id]: answer }),
  schema: (field, lists) => ({
    type: 'array',
    items: { type: 'string', enum: listItems(lists, field).map(({ value }) => value) },
    minItems: 1,
    uniqueItems: true,
  }),
  explain: byKeyword({ enum: 'choice-unknown' }),
  check: (answer, field, situation) =>
    answer.map((value) => oneOf.check?.(value, field, situation)).find(Boolean),
  display: (answer, field, show) => answer.map((value) => oneOf.display(value, field, show)).join('; '),
  choices: (field, lists, language) => oneOf.choices?.(field, lists, language) ?? [],
};
