import { languages } from '#lib/platform';
import type { BlockType } from './blocks/block.js';
import { blocks } from './blocks/blocks.js';
import type { FieldType, JsonSchema } from './field-type.js';
import { fieldTypes } from './field-types.js';

const localised: JsonSchema = { $ref: '#/$defs/localised' };
const condition: JsonSchema = { $ref: '#/$defs/condition' };
const text: JsonSchema = { type: 'string', minLength: 1 };
const value: JsonSchema = { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };
const flag: JsonSchema = { const: true };
const prefillSource = { prefill: text, prefillWhen: condition };
const prefillOr = list(object({ required: { prefill: text }, optional: { prefillWhen: condition } }));

/**
 * JSON Schema of a form definition as it is written: what an editor completes and `checkForm` checks first. Each type of field adds
 * its own settings; an unknown property is an error, so that a misspelt `optional` does not pass.
 */
export const definitionSchema: JsonSchema = {
  ...object({
    required: { pages: list({ $ref: '#/$defs/page' }) },
    optional: {
      lists: { type: 'object', additionalProperties: list({ $ref: '#/$defs/listItem' }) },
      taskList: { type: 'boolean' },
    },
  }),
  $defs: {
    localised: object({
      required: Object.fromEntries(
        languages.map((language) => [language, { type: 'string', pattern: '\\S' }]),
      ),
    }),
    page: object({
      required: { id: text, title: localised, fields: list({ $ref: '#/$defs/field' }) },
      optional: { section: localised, hint: localised, when: condition },
    }),
    listItem: object({ required: { value: text, label: localised }, optional: { when: condition } }),
    field: {
      type: 'object',
      properties: { type: text },
      required: ['type'],
      discriminator: { propertyName: 'type' },
      oneOf: [
        ...Object.entries(fieldTypes).map(([name, type]) => fieldOfType(name, type)),
        ...(Object.keys(blocks) as BlockType[]).map(blockOfType),
      ],
    },
    condition: {
      type: 'object',
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
      properties: {
        eq: tuple(text, value),
        in: tuple(text, { type: 'array', items: value, minItems: 1 }),
        answered: text,
        atLeast: tuple(text, { type: 'integer', minimum: 1 }),
        all: list(condition),
        any: list(condition),
        not: condition,
      },
    },
  },
};

function fieldOfType(name: string, type: FieldType): JsonSchema {
  const schema = object({
    required: { id: text, type: { const: name }, label: localised },
    optional: {
      hint: localised,
      optional: flag,
      when: condition,
      ...prefillSource,
      prefillOr,
      ...type.settings,
    },
  });
  return { ...schema, required: [...(schema.required as string[]), ...(type.requiredSettings ?? [])] };
}

/** What may be written of a block. The fields it makes are checked once it is expanded, like all others. */
function blockOfType(name: BlockType): JsonSchema {
  const part: JsonSchema = { enum: Object.keys(blocks[name].parts) };
  return object({
    required: { id: text, type: { const: name }, parts: { ...list(part), uniqueItems: true } },
    optional: {
      who: localised,
      with: { type: 'object', propertyNames: part, additionalProperties: { type: 'object' } },
      optional: { anyOf: [flag, list(part)] },
      when: condition,
      ...prefillSource,
      prefillOr,
    },
  });
}

function object(properties: {
  required: Record<string, JsonSchema>;
  optional?: Record<string, JsonSchema>;
}): JsonSchema {
  return {
    type: 'object',
    properties: { ...properties.required, ...properties.optional },
    required: Object.keys(properties.required),
    additionalProperties: false,
  };
}

function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items, minItems: 1 };
}

function tuple(first: JsonSchema, second: JsonSchema): JsonSchema {
  return { type: 'array', prefixItems: [first, second], minItems: 2, maxItems: 2, items: false };
}
