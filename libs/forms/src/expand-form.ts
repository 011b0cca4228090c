import type { BlockDefinition } from './blocks/block.js';
import { isBlock } from './blocks/blocks.js';
import { expandBlock } from './blocks/expand-block.js';
import type { FormDefinition, PageDefinition } from './definition.js';
import type { Lists } from './field-type.js';
import type { FieldDefinition } from './field-types.js';
import { innerFields, isItemsField } from './items.js';
import { sharedLists } from './lists/shared-lists.js';

/** A form as a designer writes it: with blocks among its fields, and naming lists that ship. */
export type WrittenForm = Omit<FormDefinition, 'pages'> & {
  pages: (Omit<PageDefinition, 'fields'> & { fields: WrittenField[] })[];
};
type WrittenField = FieldDefinition | BlockDefinition;

/** Where something of the expanded form was written; a block's fields all stand where the block does. */
export type Origins = Map<string, { path: string; block: boolean }>;

/**
 * The form as it is asked: blocks become ordinary fields, and the shared lists that are named become lists of the form.
 * So nothing behind it knows of either, and a published revision holds what is asked. A form without them stays as it
 * is. `origins`, if given, learns where each field was written, by its path in the expanded form.
 */
export function expandForm(form: WrittenForm, origins: Origins = new Map()): FormDefinition {
  const pages = form.pages.map((page, index) => {
    const path = `/pages/${index}/fields`;
    return { ...page, fields: expandFields(page.fields, { path, written: path }, origins) };
  });
  const lists = { ...sharedBy(pages.flatMap(({ fields }) => fields)), ...form.lists };
  const { lists: _, ...rest } = form;
  return { ...rest, pages, ...(form.lists || Object.keys(lists).length > 0 ? { lists } : {}) };
}

function expandFields(
  fields: WrittenField[],
  place: { path: string; written: string },
  origins: Origins,
): FieldDefinition[] {
  const made: FieldDefinition[] = [];
  for (const [index, field] of fields.entries()) {
    const block = isBlock(field);
    for (const each of block ? expandBlock(field) : [field]) {
      const path = `${place.path}/${made.length}`;
      const written = `${place.written}/${index}`;
      origins.set(path, { path: written, block });
      made.push(expandInner(each, { path, written }, origins));
    }
  }
  return made;
}

/** Items may be asked for with blocks too. */
function expandInner(
  field: FieldDefinition,
  { path, written }: { path: string; written: string },
  origins: Origins,
): FieldDefinition {
  if (!isItemsField(field)) return field;
  const place = { path: `${path}/fields`, written: `${written}/fields` };
  return { ...field, fields: expandFields(field.fields, place, origins) };
}

function sharedBy(fields: FieldDefinition[]): Lists {
  const shared: Lists = {};
  for (const field of fields) {
    if ('list' in field) {
      const items = Object.hasOwn(sharedLists, field.list) ? sharedLists[field.list] : undefined;
      if (items) shared[field.list] = items;
    }
    Object.assign(shared, sharedBy(innerFields(field)));
  }
  return shared;
}
