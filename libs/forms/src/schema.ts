import type { ErrorObject, ValidateFunction } from 'ajv';
import { ajv } from './ajv.js';
import { type Answers, isItemList } from './answer.js';
import type { FormDefinition } from './definition.js';
import type { Failure, JsonSchema } from './field-type.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { isItemsField } from './items.js';
import { type VisiblePath, visibleInItem, visiblePath } from './visible-path.js';

interface CompiledPath {
  schema: JsonSchema;
  validate: ValidateFunction;
}

/**
 * Compiling the path of a long form takes some 20 ms, checking with it well under one. The key is the schema's text, so
 * a definition read anew from the database finds its paths compiled. A form has as many paths as its conditions
 * combine to; those used longest ago are dropped.
 */
const compiledPaths = new Map<string, CompiledPath>();
const mostPathsKept = 200;

/** JSON Schema 2020-12 of the answers on the path that these answers lead through. */
export function compileSchema(form: FormDefinition, answers: Answers): JsonSchema {
  return compilePath(form, visiblePath(form, answers)).schema;
}

/** What the answers on a path fail, by field id. A missing answer is the keyword 'required'. */
export function failuresOf(form: FormDefinition, path: VisiblePath): Map<string, Failure[]> {
  const { validate } = compilePath(form, path);
  validate(path.answers);
  const failures = new Map<string, Failure[]>();
  for (const error of validate.errors ?? []) {
    const [field, failure] = locate(error);
    failures.set(field, [...(failures.get(field) ?? []), failure]);
  }
  return failures;
}

/** What an item fails, by the id of the field inside of it. */
export function failuresInItem(failures: Failure[], index: number): Map<string, Failure[]> {
  const inside = new Map<string, Failure[]>();
  for (const { keyword, path, params } of failures) {
    const [item, field = String(params.missingProperty), ...rest] = path;
    if (item !== String(index)) continue;
    inside.set(field, [...(inside.get(field) ?? []), { keyword, path: rest, params }]);
  }
  return inside;
}

function compilePath(form: FormDefinition, path: VisiblePath): CompiledPath {
  const schema = schemaOf(form, path);
  const key = JSON.stringify(schema);
  const compiled = compiledPaths.get(key) ?? { schema, validate: compile(schema) };
  compiledPaths.delete(key);
  compiledPaths.set(key, compiled);
  const [longestAgo = key] = compiledPaths.keys();
  if (compiledPaths.size > mostPathsKept) compiledPaths.delete(longestAgo);
  return compiled;
}

function compile(schema: JsonSchema): ValidateFunction {
  const validate = ajv.compile(schema);
  ajv.removeSchema(schema); // else Ajv keeps every schema it ever saw
  return validate;
}

function schemaOf(form: FormDefinition, path: VisiblePath): JsonSchema {
  const fields = path.pages.flatMap((page) => page.fields);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...schemaOfFields(form, fields, path.answers),
  };
}

function schemaOfFields(form: FormDefinition, fields: FieldDefinition[], answers: Answers): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [field.id, { title: field.label.vi, ...schemaOfField(form, field, answers) }]),
    ),
    required: fields.filter((field) => !field.optional).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** Of items, each has the schema of its own path; where they are alike, one for all. */
function schemaOfField(form: FormDefinition, field: FieldDefinition, answers: Answers): JsonSchema {
  const schema = typeOf(field).schema(field, form.lists ?? {});
  if (!isItemsField(field)) return schema;
  const answer = answers[field.id];
  const items = (isItemList(answer) && answer.length > 0 ? answer : [{}]).map((item) =>
    schemaOfFields(form, visibleInItem(field, item, answers), answers),
  );
  const alike = new Set(items.map((item) => JSON.stringify(item))).size === 1;
  return alike ? { ...schema, items: items[0] } : { ...schema, prefixItems: items, items: false };
}

/** '/birthPlace/commune' is the field birthPlace and inside it ['commune']. */
function locate({ keyword, instancePath, params }: ErrorObject): [field: string, failure: Failure] {
  const [field = '', ...path] = instancePath.split('/').slice(1);
  if (field !== '') return [field, { keyword, path, params }];
  return [String(params.missingProperty), { keyword, path: [], params }];
}
