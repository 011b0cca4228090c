import { comparisonsIn, type Condition } from './condition.js';
import { type FormDefinition, fieldsOf } from './definition.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { isoDate } from './fields/date-parts.js';
import type { Finding } from './finding.js';

/** A place in the form: the fields before it are what conditions and limits there may look at. */
interface Place {
  form: FormDefinition;
  path: string;
  before: ReadonlyMap<string, FieldDefinition>;
}

/**
 * What a form of the right shape refers to: ids are unique, lists exist, conditions and limits of dates look at
 * fields before them. A condition that looked forward would let an answer decide over its own page.
 */
export function checkReferences(form: FormDefinition): Finding[] {
  return [...inPages(form), ...inLists(form)];
}

function* inPages(form: FormDefinition): Generator<Finding> {
  const before = new Map<string, FieldDefinition>();
  const pageIds = new Set<string>();
  for (const [pageIndex, page] of form.pages.entries()) {
    const path = `/pages/${pageIndex}`;
    const facts = { page: page.id };
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(page.id))
      yield { path: `${path}/id`, code: 'page-id-not-kebab-case', facts };
    if (pageIds.has(page.id)) yield { path: `${path}/id`, code: 'page-id-repeated', facts };
    pageIds.add(page.id);
    yield* inCondition(page.when, { form, before, path: `${path}/when` });
    for (const [index, field] of page.fields.entries()) {
      yield* inField(field, { form, before, path: `${path}/fields/${index}` });
      before.set(field.id, field);
    }
  }
}

function* inField(field: FieldDefinition, place: Place): Generator<Finding> {
  const at = (property: string) => ({ ...place, path: `${place.path}/${property}` });
  yield* inId(field.id, at('id'));
  yield* inCondition(field.when, at('when'));
  yield* inCondition(field.prefillWhen, at('prefillWhen'));
  for (const [index, source] of (field.prefillOr ?? []).entries())
    yield* inCondition(source.prefillWhen, at(`prefillOr/${index}/prefillWhen`));
  if ('list' in field) yield* inChoices(field.list, at('list'));
  if ('notAfter' in field) yield* inLimit(field.notAfter, at('notAfter'));
  if ('notBefore' in field) yield* inLimit(field.notBefore, at('notBefore'));
}

function* inId(field: string, { path, before }: Place): Generator<Finding> {
  if (!/^[a-z][a-zA-Z0-9]*$/u.test(field)) yield { path, code: 'field-id-not-camel-case', facts: { field } };
  if (field in {}) yield { path, code: 'field-id-reserved', facts: { field } };
  if (before.has(field)) yield { path, code: 'field-id-repeated', facts: { field } };
}

function* inCondition(condition: Condition | undefined, place: Place): Generator<Finding> {
  const { form, path, before } = place;
  for (const { field, values } of condition ? comparisonsIn(condition) : []) {
    const asked = before.get(field);
    if (!asked) yield { path, code: `condition-${forwardOrNowhere(field, form)}`, facts: { field } };
    for (const value of values)
      if (asked && !canBe(form, asked, value))
        yield { path, code: 'condition-value-unknown', facts: { field, value: String(value) } };
  }
}

function* inLimit(limit: string | undefined, { form, path, before }: Place): Generator<Finding> {
  if (limit === undefined || limit === 'today' || isRealDate(limit)) return;
  const asked = before.get(limit);
  if (!asked) yield { path, code: `limit-${forwardOrNowhere(limit, form)}`, facts: { limit } };
  else if (asked.type !== 'date') yield { path, code: 'limit-not-a-date', facts: { limit } };
}

/** What is wrong with a condition outside of the form, such as one of a fee: it may look at every field. */
export function checkCondition(form: FormDefinition, condition: Condition, path: string): Finding[] {
  const before = new Map(fieldsOf(form).map((field) => [field.id, field]));
  return [...inCondition(condition, { form, before, path })];
}

/** A list's own conditions are looked at from each field that offers it. */
function* inChoices(list: string, place: Place): Generator<Finding> {
  const { lists = {} } = place.form;
  const items = Object.hasOwn(lists, list) ? lists[list] : undefined;
  if (!items) yield { path: place.path, code: 'list-unknown', facts: { list } };
  for (const [index, item] of (items ?? []).entries())
    yield* inCondition(item.when, { ...place, path: `/lists/${list}/${index}/when` });
}

function* inLists({ lists = {} }: FormDefinition): Generator<Finding> {
  for (const [list, items] of Object.entries(lists)) {
    const values = items.map(({ value }) => value);
    for (const [index, value] of values.entries())
      if (values.indexOf(value) < index)
        yield { path: `/lists/${list}/${index}/value`, code: 'list-value-repeated', facts: { value } };
  }
}

function forwardOrNowhere(field: string, form: FormDefinition): string {
  return fieldsOf(form).some(({ id }) => id === field) ? 'looks-forward' : 'field-unknown';
}

/** Whether a field can have an answer at all; always true where there is no choice. */
function canBe(form: FormDefinition, field: FieldDefinition, value: unknown): boolean {
  if (field.type === 'yes-no') return typeof value === 'boolean';
  const choices = typeOf(field).choices?.(field, form.lists ?? {}, 'vi');
  return !choices || choices.some((choice) => choice.value === value);
}

function isRealDate(text: string): boolean {
  return isoDate.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;
}
