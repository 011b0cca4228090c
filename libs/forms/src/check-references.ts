import { comparisonsIn, type Condition } from './condition.js';
import { type FormDefinition, fieldsOf } from './definition.js';
import type { ListItem } from './field-type.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { isoDate } from './fields/date-parts.js';
import type { Finding } from './finding.js';

/**
 * What a form of the right shape refers to: ids are unique, lists exist, conditions and limits of dates look at
 * fields before them. A condition that looked forward would let an answer decide over its own page.
 */
export function checkReferences(form: FormDefinition): Finding[] {
  const findings: Finding[] = [];
  const find = (path: string, code: string, facts: Record<string, string> = {}) =>
    void findings.push({ path, code, facts });
  const all = new Map(fieldsOf(form).map((field) => [field.id, field]));
  const before = new Map<string, FieldDefinition>();
  const pageIds = new Set<string>();

  const checkCondition = (condition: Condition | undefined, path: string) => {
    for (const { field, values } of condition ? comparisonsIn(condition) : []) {
      const asked = before.get(field);
      if (!asked)
        find(path, all.has(field) ? 'condition-looks-forward' : 'condition-field-unknown', { field });
      for (const value of asked ? values : [])
        if (!canBe(form, asked, value))
          find(path, 'condition-value-unknown', { field, value: String(value) });
    }
  };

  const checkLimit = (limit: string | undefined, path: string) => {
    if (limit === undefined || limit === 'today' || isRealDate(limit)) return;
    const field = before.get(limit);
    if (!field) find(path, all.has(limit) ? 'limit-looks-forward' : 'limit-unknown', { limit });
    else if (field.type !== 'date') find(path, 'limit-not-a-date', { limit });
  };

  const checkField = (field: FieldDefinition, path: string) => {
    if (!/^[a-z][a-zA-Z0-9]*$/u.test(field.id))
      find(`${path}/id`, 'field-id-not-camel-case', { field: field.id });
    if (field.id in {}) find(`${path}/id`, 'field-id-reserved', { field: field.id });
    if (before.has(field.id)) find(`${path}/id`, 'field-id-repeated', { field: field.id });
    checkCondition(field.when, `${path}/when`);
    checkCondition(field.prefillWhen, `${path}/prefillWhen`);
    for (const [index, source] of (field.prefillOr ?? []).entries())
      checkCondition(source.prefillWhen, `${path}/prefillOr/${index}/prefillWhen`);
    if ('list' in field) {
      const items = listOf(form, field.list);
      if (!items) find(`${path}/list`, 'list-unknown', { list: field.list });
      for (const [index, item] of (items ?? []).entries())
        checkCondition(item.when, `/lists/${field.list}/${index}/when`);
    }
    if ('notAfter' in field) checkLimit(field.notAfter, `${path}/notAfter`);
    if ('notBefore' in field) checkLimit(field.notBefore, `${path}/notBefore`);
    before.set(field.id, field);
  };

  for (const [pageIndex, page] of form.pages.entries()) {
    const path = `/pages/${pageIndex}`;
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(page.id))
      find(`${path}/id`, 'page-id-not-kebab-case', { page: page.id });
    if (pageIds.has(page.id)) find(`${path}/id`, 'page-id-repeated', { page: page.id });
    pageIds.add(page.id);
    checkCondition(page.when, `${path}/when`);
    for (const [index, field] of page.fields.entries()) checkField(field, `${path}/fields/${index}`);
  }

  for (const [list, items] of Object.entries(form.lists ?? {})) {
    const values = items.map(({ value }) => value);
    for (const [index, value] of values.entries())
      if (values.indexOf(value) < index)
        find(`/lists/${list}/${index}/value`, 'list-value-repeated', { value });
  }
  return findings;
}

/** Whether a field can have an answer at all; always true where there is no choice. */
function canBe(form: FormDefinition, field: FieldDefinition | undefined, value: unknown): boolean {
  if (!field) return true;
  if (field.type === 'yes-no') return typeof value === 'boolean';
  const choices = typeOf(field).choices?.(field, form.lists ?? {}, 'vi');
  return !choices || choices.some((choice) => choice.value === value);
}

function listOf({ lists = {} }: FormDefinition, name: string): ListItem[] | undefined {
  return Object.hasOwn(lists, name) ? lists[name] : undefined;
}

function isRealDate(text: string): boolean {
  return isoDate.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;
}
