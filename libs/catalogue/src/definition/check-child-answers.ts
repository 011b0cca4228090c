import {
  type FieldDefinition,
  fieldOf,
  fieldsOf,
  type FormDefinition,
  type PageDefinition,
} from '#lib/forms';
import { canonicalForm } from '#lib/platform';
import type { ChildDefinition, OpenedWith } from './child-definition.js';
import type { Finding } from './finding.js';
import type { ServiceDefinition } from './service-definition.js';

/**
 * Whether what is opened gets an answer to each question its form must have answered, and one it can take. What is opened
 * only `when` something holds may be given what is asked under that condition, or one of those it is made of.
 */
export function checkChildAnswers(
  form: FormDefinition,
  child: Pick<ServiceDefinition, 'code' | 'form'>,
  { answers = {}, when }: OpenedWith & Pick<ChildDefinition, 'when'>,
): Finding[] {
  const ensured = when ? [when, ...('all' in when ? when.all : [])].map(canonicalForm) : [];
  const named = Object.keys(answers)
    .filter((id) => !fieldOf(child.form, id))
    .map((id) => ({
      path: `answers/${id}`,
      code: 'child-field-unknown',
      facts: { field: id, code: child.code },
    }));
  const asked = fieldsOf(child.form).flatMap((field) => {
    const from = Object.hasOwn(answers, field.id) ? answers[field.id] : field.id;
    return typeof from === 'string'
      ? checkSource(form, child, field, from, ensured).map((finding) => ({
          ...finding,
          path: `answers/${field.id}`,
        }))
      : [];
  });
  return [...named, ...asked];
}

function checkSource(
  form: FormDefinition,
  child: Pick<ServiceDefinition, 'form'>,
  field: FieldDefinition,
  from: string,
  ensured: string[],
): Omit<Finding, 'path'>[] {
  const source = fieldOf(form, from);
  const facts = { field: field.id, source: from };
  if (!source) {
    if (from !== field.id) return [{ code: 'child-source-unknown', facts }];
    return field.optional ? [] : [{ code: 'child-field-unmapped', facts: { field: field.id } }];
  }
  if (source.type !== field.type) return [{ code: 'child-field-type', facts }];
  const [value] = unknownChoices(form, source, child.form, field);
  if (value !== undefined) return [{ code: 'child-choice-unknown', facts: { ...facts, value } }];
  return field.optional || isAlwaysAnswered(source, form, field, child.form, ensured)
    ? []
    : [{ code: 'child-field-may-be-missing', facts }];
}

/** Choices that the source offers and the field does not. */
function unknownChoices(
  form: FormDefinition,
  source: FieldDefinition,
  childForm: FormDefinition,
  field: FieldDefinition,
): string[] {
  if (!('list' in source) || !('list' in field)) return [];
  const offered = (childForm.lists?.[field.list] ?? []).map(({ value }) => value);
  return (form.lists?.[source.list] ?? [])
    .map(({ value }) => value)
    .filter((value) => !offered.includes(value));
}

/** Whether the source is asked whenever the part is opened, or on exactly the conditions on which the field is. */
function isAlwaysAnswered(
  source: FieldDefinition,
  form: FormDefinition,
  field: FieldDefinition,
  childForm: FormDefinition,
  ensured: string[],
): boolean {
  if (source.optional) return false;
  const given = conditionsOf(form, source).filter((condition) => !ensured.includes(canonicalForm(condition)));
  return given.length === 0 || canonicalForm(given) === canonicalForm(conditionsOf(childForm, field));
}

function conditionsOf({ pages }: FormDefinition, field: FieldDefinition) {
  const page = pages.find(({ fields }: PageDefinition) => fields.includes(field));
  return [page?.when, field.when].filter((condition) => condition !== undefined);
}
