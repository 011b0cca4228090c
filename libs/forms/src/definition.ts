import type { Localised } from '#lib/platform';
import type { Condition } from './condition.js';
import type { Lists } from './field-type.js';
import type { FieldDefinition } from './field-types.js';

/** A form as it is asked: data, in every language we speak. Designers write it shorter (`expandForm`). */
export interface FormDefinition {
  pages: PageDefinition[];
  lists?: Lists;
  /** Whether its sections are listed, to be answered in any order; where not said, long forms do (`hasTaskList`). */
  taskList?: boolean;
}

/** One question or one topic. Conditions look at fields before them only. */
export interface PageDefinition {
  /** kebab-case: it stands in addresses. */
  id: string;
  section?: Localised;
  title: Localised;
  hint?: Localised;
  when?: Condition;
  fields: FieldDefinition[];
}

export function fieldsOf(form: FormDefinition): FieldDefinition[] {
  return form.pages.flatMap((page) => page.fields);
}

export function pageOf(form: FormDefinition, id: string): PageDefinition | undefined {
  return form.pages.find((page) => page.id === id);
}

export function fieldOf(form: FormDefinition, id: string): FieldDefinition | undefined {
  return fieldsOf(form).find((field) => field.id === id);
}
