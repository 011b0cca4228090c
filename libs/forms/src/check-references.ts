import { comparisonsIn, type Condition } from './condition.js';
import { type FormDefinition, fieldsOf } from './definition.js';
import { type FieldDefinition, isAnsweredWithList, typeOf } from './field-types.js';
import { type DateLimits, isRealDate } from './fields/date-parts.js';
import { mostItems } from './fields/repeat.js';
import type { Finding } from './finding.js';
import { isItemsField } from './items.js';

/** A place in the form: the fields before it are what conditions and limits there may look at. */
interface Place {
  form: FormDefinition;
  path: string;
  before: ReadonlyMap<string, FieldDefinition>;
  /** Every id so far, also those inside of items. */
  ids: Set<string>;
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
  const ids = new Set<string>();
  for (const [pageIndex, page] of form.pages.entries()) {
    const path = `/pages/${pageIndex}`;
    const facts = { page: page.id };
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(page.id))
      yield { path: `${path}/id`, code: 'page-id-not-kebab-case', facts };
    if (pageIds.has(page.id)) yield { path: `${path}/id`, code: 'page-id-repeated', facts };
    pageIds.add(page.id);
    yield* inCondition(page.when, { form, before, ids, path: `${path}/when` });
    for (const [index, field] of page.fields.entries()) {
      const place = { form, before, ids, path: `${path}/fields/${index}` };
      yield* inField(field, place);
      if (field.type === 'repeat' && page.fields.length > 1)
        yield { path: place.path, code: 'repeat-not-alone', facts: { field: field.id } };
      before.set(field.id, field);
      if (isItemsField(field)) yield* inItems(field, place);
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
  if ('ageBelow' in field) yield* inAges(field, at('ageAtLeast'));
}

function* inId(field: string, { path, ids }: Place): Generator<Finding> {
  if (!/^[a-z][a-zA-Z0-9]*$/u.test(field)) yield { path, code: 'field-id-not-camel-case', facts: { field } };
  if (field in {}) yield { path, code: 'field-id-reserved', facts: { field } };
  if (ids.has(field)) yield { path, code: 'field-id-repeated', facts: { field } };
  ids.add(field);
}

/** Inside of an item stand fields of one page; what decides about them stands in the item or before it. */
function* inItems(field: FieldDefinition & { fields: FieldDefinition[] }, place: Place): Generator<Finding> {
  const before = new Map(place.before);
  before.delete(field.id);
  for (const [index, inner] of field.fields.entries()) {
    const path = `${place.path}/fields/${index}`;
    yield* inField(inner, { ...place, before, path });
    yield* inInner(field, inner, path);
    before.set(inner.id, inner);
  }
  if (field.fields.every(({ optional, when }) => optional || when))
    yield { path: place.path, code: 'item-all-optional', facts: { field: field.id } };
  const { min = 1, max = mostItems } = field as { min?: number; max?: number };
  if (min > max)
    yield { path: `${place.path}/min`, code: 'min-beyond-max', facts: { min: `${min}`, max: `${max}` } };
}

function* inInner(field: FieldDefinition, inner: FieldDefinition, path: string): Generator<Finding> {
  const facts = { field: inner.id, type: inner.type };
  if (notInItems.has(inner.type)) yield { path, code: 'item-type', facts };
  if (inner.prefill || inner.prefillOr) yield { path, code: 'item-prefill', facts };
  if (field.type !== 'table') return;
  const long = inner.type === 'text' && inner.multiline;
  if (long || notInTables.has(inner.type)) yield { path, code: 'column-type', facts };
  if (inner.when) yield { path: `${path}/when`, code: 'column-condition', facts };
}

const notInItems = new Set<string>(['file', 'repeat', 'table']);
const notInTables = new Set<string>(['address', 'agency', 'checkboxes', 'former-address']);

function* inCondition(condition: Condition | undefined, place: Place): Generator<Finding> {
  const { form, path, before } = place;
  for (const { field, values, counted } of condition ? comparisonsIn(condition) : []) {
    const asked = before.get(field);
    if (counted && asked && !isAnsweredWithList(asked))
      yield { path, code: 'condition-count-unknown', facts: { field } };
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
  return [...inCondition(condition, { form, before, path, ids: new Set() })];
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

function* inAges(field: DateLimits, { path }: Place): Generator<Finding> {
  const { ageAtLeast: min = 0, ageBelow: max = Infinity } = field;
  if (min >= max) yield { path, code: 'min-beyond-max', facts: { min: `${min}`, max: `${max - 1}` } };
}
