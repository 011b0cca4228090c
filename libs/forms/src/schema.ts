import type { ErrorObject, ValidateFunction } from 'ajv';
import { ajv } from './ajv.js';
import type { Answers } from './answer.js';
import type { FormDefinition } from './definition.js';
import type { Failure, JsonSchema } from './field-type.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { type VisiblePath, visiblePath } from './visible-path.js';

interface CompiledPath {
  schema: JsonSchema;
  validate: ValidateFunction;
}

/**
 * Compiling the path of a long form takes some 10 ms, using it microseconds. The cache belongs to the definition
 * object: load a revision once and keep it. A form has as many paths as its conditions combine to, so the number
 * kept is bounded.
 */
const compiledPaths = new WeakMap<FormDefinition, Map<string, CompiledPath>>();
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

function compilePath(form: FormDefinition, path: VisiblePath): CompiledPath {
  const paths = compiledPaths.get(form) ?? new Map<string, CompiledPath>();
  compiledPaths.set(form, paths);
  const fields = path.pages.flatMap((page) => page.fields);
  const key = fields.map(({ id }) => id).join(' ');
  const known = paths.get(key);
  if (known) return known;

  const schema = schemaOf(form, fields);
  const compiled = { schema, validate: ajv.compile(schema) };
  ajv.removeSchema(schema); // else Ajv keeps every schema it ever saw
  const [oldest] = paths.keys();
  if (paths.size >= mostPathsKept && oldest !== undefined) paths.delete(oldest);
  paths.set(key, compiled);
  return compiled;
}

function schemaOf(form: FormDefinition, fields: FieldDefinition[]): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [
        field.id,
        { title: field.label.vi, ...typeOf(field).schema(field, form.lists ?? {}) },
      ]),
    ),
    required: fields.filter((field) => !field.optional).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** '/birthPlace/commune' is the field birthPlace and inside it ['commune']. */
function locate({ keyword, instancePath, params }: ErrorObject): [field: string, failure: Failure] {
  const [field = '', ...path] = instancePath.split('/').slice(1);
  if (field !== '') return [field, { keyword, path, params }];
  return [String(params.missingProperty), { keyword, path: [], params }];
}
