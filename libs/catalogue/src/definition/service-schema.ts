import { definitionSchema, type JsonSchema } from '#lib/forms';
import { applicantKinds } from '../import/procedure-facts.js';

const words = { type: 'string', pattern: '\\S' };
const text = { type: 'string', minLength: 1 };
const name = object({ vi: words }, { en: words, fr: words });
const condition = { $ref: '#/$defs/condition' };
const rule = object(
  {},
  {
    ...Object.fromEntries(
      ['workingDays', 'calendarDays', 'workingHours', 'months'].map((term) => [term, {}]),
    ),
    filedAfter15h: {},
    onSupplement: {},
    openSaturdays: {},
    extension: {},
  },
);
const validity = { validFrom: {}, validUntil: {} };
const answers = { type: 'object', additionalProperties: { anyOf: [text, object({ value: {} })] } };
const opened = { code: text };

/**
 * JSON Schema of a service definition as it is written, with its workflow named or inline: what an editor completes and
 * what is looked at first. An unknown property is an error, so that a misspelt one does not pass. The form, the workflow,
 * the result and the values of a rule of time are looked at by checks of their own.
 */
export const serviceSchema: JsonSchema = {
  ...object(
    {
      code: { type: 'string', pattern: '^[\\w.-]{1,60}$' },
      title: name,
      field: text,
      authority: { enum: ['commune', 'province', 'ministry', 'linked'] },
      online: { enum: ['full', 'partial'] },
      assurance: {},
      applicants: list({ enum: [...applicantKinds] }),
      fee: object(
        {},
        {
          amountDong: { type: 'number' },
          lines: list(
            object(
              { title: name, amountDong: { type: 'number' } },
              { when: condition, times: text, ...validity },
            ),
          ),
          waivers: list(object({ title: name, when: condition }, validity)),
          note: name,
        },
      ),
      papers: list(
        object({ id: text, title: name, required: { type: 'boolean' } }, { when: condition, register: text }),
      ),
      form: { type: 'object' },
      workflow: { anyOf: [text, { type: 'object' }] },
      result: { type: 'object' },
      sources: list(text),
      assumptions: list(text),
    },
    {
      like: text,
      body: { enum: ['police', 'tax', 'social-insurance'] },
      route: text,
      ministry: text,
      freshMinutes: {},
      representation: { type: 'object' },
      deadline: rule,
      deadlineCases: list(object({ id: text, title: name, when: condition, deadline: rule })),
      formerRevisionDays: {},
      children: list(
        object(
          {
            id: text,
            ...opened,
            title: name,
            ifStopped: { anyOf: [{ const: 'stays' }, object({ undoneBy: object(opened, { answers }) })] },
          },
          { answers, when: condition, after: list(text) },
        ),
      ),
      partOf: text,
    },
  ),
  $defs: { condition: (definitionSchema.$defs as Record<string, JsonSchema>).condition },
};

function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

function object(required: Record<string, JsonSchema>, optional: Record<string, JsonSchema> = {}): JsonSchema {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}
