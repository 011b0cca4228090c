import type { ErrorObject } from 'ajv';
import { ajv } from './ajv.js';
import { checkReferences } from './check-references.js';
import type { FormDefinition } from './definition.js';
import { definitionSchema } from './definition-schema.js';
import type { Finding } from './finding.js';

/**
 * What is wrong with a form definition, which may be any data at all: [] means it can be published. Shape and texts
 * first; what refers to what is looked at once those are right.
 */
export function checkForm(form: unknown): Finding[] {
  const shape = checkShape(form);
  return shape.length > 0 ? shape : checkReferences(form as FormDefinition);
}

function checkShape(form: unknown): Finding[] {
  // Compiled when first asked: it is a quarter of a second, and most processes never look at a definition.
  ajv.validate(definitionSchema, form);
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
  if (keyword === 'discriminator')
    return { path, code: 'type-unknown', facts: { type: String(params.tagValue) } };
  return { path, code: 'property-wrong', facts: { rule: `${keyword}: ${message ?? ''}` } };
}
