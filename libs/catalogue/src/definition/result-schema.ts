import { Ajv2020 } from 'ajv/dist/2020.js';
import { languages } from '#lib/platform';
import { answerForms, resultFacts } from './result-template.js';

const words = { type: 'string', pattern: '\\S' };
const localised = object(Object.fromEntries(languages.map((language) => [language, words])));

/** JSON Schema of the `result` of a definition. An unknown property is an error, so that a misspelt one does not pass. */
export const resultSchema = object(
  { title: object({ vi: words }, { en: words, fr: words }) },
  {
    template: object({
      sections: list(
        object({
          title: localised,
          rows: list({
            anyOf: [
              object({ field: words }, { as: { enum: [...answerForms] }, label: localised }),
              object({ fact: { enum: [...resultFacts] } }, { label: localised }),
            ],
          }),
        }),
      ),
    }),
  },
);

/** Compiles a schema when it is first asked for. */
const ajv = new Ajv2020({ strict: true });

/** Where the `result` of a definition departs from its schema, as a path in it; undefined if nowhere. */
export function misshapenAt(result: unknown): string | undefined {
  return ajv.validate(resultSchema, result) ? undefined : (ajv.errors?.at(-1)?.instancePath ?? '');
}

function list(items: object) {
  return { type: 'array', minItems: 1, items };
}

function object(required: Record<string, object>, optional: Record<string, object> = {}) {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}
