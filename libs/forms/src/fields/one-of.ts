import { say } from '#lib/platform';
import { isText } from '../answer.js';
import { cleanLine } from '../clean.js';
import { holds } from '../condition.js';
import { byKeyword, type FieldBase, type FieldType, type ListItem } from '../field-type.js';

/** A field whose choices are a list of the form. */
export interface ListField extends FieldBase {
  list: string;
}

/** What the types with one answer out of a list have in common. */
export const oneOf: FieldType<ListField, string> = {
  settings: { list: { type: 'string', minLength: 1 } },
  requiredSettings: ['list'],
  missing: 'choose',
  holds: isText,
  read: (typed, field) => cleanLine(typed[field.id]) || undefined,
  write: (answer, field) => ({ [field.id]: answer }),
  schema: (field, lists) => ({ type: 'string', enum: listItems(lists, field).map(({ value }) => value) }),
  explain: byKeyword({ enum: 'choice-unknown' }),
  check: (answer, field, { answers, lists }) => {
    const item = listItems(lists, field).find(({ value }) => value === answer);
    return item?.when && !holds(item.when, answers) ? { code: 'choice-unknown' } : undefined;
  },
  display: (answer, field, { language, lists }) => {
    const item = listItems(lists, field).find(({ value }) => value === answer);
    return item ? say(item.label, language) : answer;
  },
  choices: (field, lists, language) =>
    listItems(lists, field).map(({ label, ...item }) => ({ ...item, label: say(label, language) })),
};

export function listItems(lists: Record<string, ListItem[]>, field: ListField): ListItem[] {
  return (Object.hasOwn(lists, field.list) && lists[field.list]) || [];
}
