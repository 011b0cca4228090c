import type { ErrorObject } from 'ajv';
import { ajv } from './ajv.js';
import type { JsonSchema } from './field-type.js';
import type { Finding } from './finding.js';

/** Where data departs from a JSON Schema, in the words for designers. */
export function checkShape(schema: JsonSchema, data: unknown): Finding[] {
  // Compiled when first asked: it is a quarter of a second, and most processes never look at a definition.
  ajv.validate(schema, data);
  return (ajv.errors ?? []).map(findingOf);
}

function findingOf({ instancePath: path, keyword, params, message }: ErrorObject): Finding {
  const language = /^(?:vi|en|fr)$/u;
  if (keyword === 'required') {
    const property = String(params.missingProperty);
    return language.test(property)
      ? { path: `${path}/${property}`, code: 'text-missing', facts: { language: property } }
      : { path, code: 'property-missing', facts: { property } };
  }
  if (keyword === 'pattern' && language.test(path.split('/').at(-1) ?? ''))
    return { path, code: 'text-missing', facts: { language: path.slice(-2) } };
  if (keyword === 'additionalProperties')
    return { path, code: 'property-unknown', facts: { property: String(params.additionalProperty) } };
  if (keyword === 'enum')
    return { path, code: 'value-unknown', facts: { values: params.allowedValues.join(', ') } };
  if (keyword === 'discriminator')
    return { path, code: 'type-unknown', facts: { type: String(params.tagValue) } };
  return { path, code: 'property-wrong', facts: { rule: `${keyword}: ${message ?? ''}` } };
}
