import type { Condition } from './condition.js';
import { conditionSchema, decided, type Many, outsideIn } from './condition-schema.js';
import { type FormDefinition, fieldsOf } from './definition.js';
import type { JsonSchema, Lists } from './field-type.js';
import { type FieldDefinition, isAnsweredWithList, typeOf } from './field-types.js';
import type { ItemsField } from './fields/repeat.js';
import { innerFields, isItemsField } from './items.js';

/** A field, and when it is asked. */
type Asked = { field: FieldDefinition; when: Condition | undefined };

/**
 * JSON Schema 2020-12 of the answers to a whole form, whatever the path: what must be answered when, and what must not.
 * It accepts what `compileSchema` accepts for the path of the same answers. What no schema can say (today, places,
 * choices that depend on answers) is checked besides. What is required is also named among the properties: Ajv's strict
 * mode insists.
 */
export function formSchema(form: FormDefinition): JsonSchema {
  const asked = form.pages.flatMap(({ when, fields }) =>
    fields.map((field) => ({ field, when: both(when, field.when) })),
  );
  const schema = objectOf(asked, form.lists ?? {}, manyIn(form));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema };
}

function objectOf(asked: Asked[], lists: Lists, many: Many): JsonSchema {
  const allOf = asked.flatMap((each) => rulesOf(each, lists, many));
  const always = asked.filter(({ field, when }) => !when && !field.optional);
  return {
    type: 'object',
    properties: Object.fromEntries(
      asked.map(({ field }) => [field.id, { title: field.label.vi, ...typeOf(field).schema(field, lists) }]),
    ),
    required: always.map(({ field }) => field.id),
    additionalProperties: false,
    ...(allOf.length > 0 && { allOf }),
  };
}

function rulesOf({ field, when }: Asked, lists: Lists, many: Many): JsonSchema[] {
  const { id, optional } = field;
  const needed = optional ? true : { properties: { [id]: true }, required: [id] };
  const items = isItemsField(field) ? [itemsRule(field, field.fields, lists, many)] : [];
  if (!when) return items;
  return [either(conditionSchema(when, many), needed, { properties: { [id]: false } }), ...items];
}

/** One schema or the other, as a condition holds. */
function either(condition: JsonSchema | boolean, held: JsonSchema | boolean, not: JsonSchema): JsonSchema {
  // oxlint-disable-next-line unicorn/no-thenable -- `then` is a keyword of JSON Schema
  return { if: condition, then: held, else: not };
}

/**
 * What holds of each item. A schema inside of an item cannot look out of it, so what its conditions ask of the form is
 * asked outside, and the items are described once for each answer to that.
 */
function itemsRule(field: ItemsField, fields: FieldDefinition[], lists: Lists, many: Many): JsonSchema {
  const inside = new Set(fields.map(({ id }) => id));
  const [outside] = fields.flatMap(({ when }) => (when ? outsideIn(when, inside) : []));
  if (outside) {
    const where = (holds: boolean) => {
      const known = fields.map((each) =>
        each.when ? { ...each, when: decided(each.when, outside, holds) } : each,
      );
      return itemsRule(field, known, lists, many);
    };
    return either(conditionSchema(outside, many), where(true), where(false));
  }
  const asked = fields.map((each) => ({ field: each, when: each.when }));
  return { properties: { [field.id]: { type: 'array', items: objectOf(asked, lists, many) } } };
}

function both(page: Condition | undefined, field: Condition | undefined): Condition | undefined {
  return page && field ? { all: [page, field] } : (page ?? field);
}

/** Which fields are answered with a list, those inside of items among them. */
function manyIn(form: FormDefinition): Many {
  const all = fieldsOf(form).flatMap((field) => [field, ...innerFields(field)]);
  const many = new Set(all.filter(isAnsweredWithList).map(({ id }) => id));
  return (id) => many.has(id);
}
