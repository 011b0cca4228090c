import { type Answers, isObject } from './answer.js';
import type { FormDefinition, PageDefinition } from './definition.js';
import type { FieldDefinition } from './field-types.js';
import type { ItemsField, RepeatField } from './fields/repeat.js';
import type { TableField } from './fields/table.js';

/** Whether a field asks for several items, each with fields of its own. */
export function isItemsField(field: FieldDefinition): field is RepeatField | TableField {
  return field.type === 'repeat' || field.type === 'table';
}

/** The fields inside of a field; [] where it has none. */
export function innerFields(field: FieldDefinition): FieldDefinition[] {
  return isItemsField(field) ? field.fields : [];
}

/** The items answered so far, of a field or in a draft that may hold anything. */
export function itemsOf(answers: Answers, field: Pick<ItemsField, 'id'>): Answers[] {
  const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  return Array.isArray(answer) ? answer.filter((item): item is Answers => isObject(item)) : [];
}

/**
 * The page that asks for one item of a repeat, in a form that ends with it: read, check and show it like any page, with
 * the answers of the form and the item's own over them.
 */
export function itemPage(
  form: FormDefinition,
  page: PageDefinition,
  field: RepeatField,
): { form: FormDefinition; page: PageDefinition } {
  const asked: PageDefinition = { ...page, fields: field.fields };
  return { form: { ...form, pages: [...form.pages.slice(0, form.pages.indexOf(page)), asked] }, page: asked };
}

/** The answers with an item put at an index, from 0; behind the last it is added. */
export function withItem(answers: Answers, field: ItemsField, index: number, item: Answers): Answers {
  const items = [...itemsOf(answers, field)];
  items[Math.min(index, items.length)] = item;
  return { ...answers, [field.id]: items };
}

/** The answers without the item at an index. */
export function withoutItem(answers: Answers, field: ItemsField, index: number): Answers {
  const items = itemsOf(answers, field).filter((_, at) => at !== index);
  const { [field.id]: _, ...rest } = answers;
  return items.length > 0 ? { ...rest, [field.id]: items } : rest;
}

/** What of the answers on the page of an item is the item's own. */
export function ownAnswers(field: ItemsField, answers: Answers): Answers {
  const own = field.fields.filter(({ id }) => Object.hasOwn(answers, id));
  return Object.fromEntries(own.map(({ id }) => [id, answers[id]])) as Answers;
}
