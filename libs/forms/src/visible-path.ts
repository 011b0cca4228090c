import { type Answers, answerOf, isItemList } from './answer.js';
import { holds } from './condition.js';
import type { FormDefinition, PageDefinition } from './definition.js';
import type { FieldDefinition } from './field-types.js';
import { isItemsField } from './items.js';

export interface VisiblePath {
  pages: { page: PageDefinition; fields: FieldDefinition[] }[];
  /** The answers to the visible fields. */
  answers: Answers;
}

/**
 * The pages and fields that these answers lead through. Conditions see only answers to fields that are visible
 * themselves, so what was answered on a branch that was left decides nothing. A page without a visible field is none.
 */
export function visiblePath(form: FormDefinition, answers: Answers): VisiblePath {
  const path: VisiblePath = { pages: [], answers: {} };
  for (const page of form.pages) {
    if (page.when && !holds(page.when, path.answers)) continue;
    const fields = visibleFields(page, { ...pick(page.fields, answers), ...path.answers });
    if (fields.length === 0) continue;
    path.pages.push({ page, fields });
    for (const field of fields) Object.assign(path.answers, visibleAnswer(field, answers, path.answers));
  }
  return path;
}

export function visiblePages(form: FormDefinition, answers: Answers): PageDefinition[] {
  return visiblePath(form, answers).pages.map(({ page }) => page);
}

/** The answers without those on branches that were left. */
export function visibleAnswers(form: FormDefinition, answers: Answers): Answers {
  return visiblePath(form, answers).answers;
}

/** The fields of a page to ask for. `answers` are those of the visible path; give `visibleAnswers(form, draft)`. */
export function visibleFields(page: Pick<PageDefinition, 'fields'>, answers: Answers): FieldDefinition[] {
  const known = { ...answers };
  return page.fields.filter((field) => {
    const visible = !field.when || holds(field.when, known);
    if (!visible) delete known[field.id];
    return visible;
  });
}

/** The next visible page after one, which itself need no longer be visible; undefined after the last. */
export function nextPage(form: FormDefinition, answers: Answers, pageId: string): PageDefinition | undefined {
  const at = placeOf(form, pageId);
  return visiblePages(form, answers).find((page) => placeOf(form, page.id) > at);
}

/** The visible page before one; undefined before the first. */
export function previousPage(
  form: FormDefinition,
  answers: Answers,
  pageId: string,
): PageDefinition | undefined {
  const at = placeOf(form, pageId);
  return visiblePages(form, answers).findLast((page) => placeOf(form, page.id) < at);
}

/** The fields to ask of an item. `answers` are those of the visible path before it. */
export function visibleInItem(
  field: { fields: FieldDefinition[] },
  item: Answers,
  answers: Answers,
): FieldDefinition[] {
  return visibleFields(field, { ...answers, ...pick(field.fields, item) });
}

/** The answer to a visible field; of items, what is visible in each. */
function visibleAnswer(field: FieldDefinition, answers: Answers, before: Answers): Answers {
  const picked = pick([field], answers);
  const answer = picked[field.id];
  if (!isItemsField(field) || !isItemList(answer)) return picked;
  return { [field.id]: answer.map((item) => pick(visibleInItem(field, item, before), item)) };
}

function placeOf(form: FormDefinition, pageId: string): number {
  return form.pages.findIndex((page) => page.id === pageId);
}

function pick(fields: FieldDefinition[], answers: Answers): Answers {
  const picked: Answers = {};
  for (const { id } of fields) {
    const answer = answerOf(answers, id);
    if (answer !== undefined) picked[id] = answer;
  }
  return picked;
}
