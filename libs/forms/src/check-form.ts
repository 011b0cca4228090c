import type { ErrorObject } from 'ajv';
import { ajv } from './ajv.js';
import { checkReferences } from './check-references.js';
import { definitionSchema } from './definition-schema.js';
import { expandForm, type Origins, type WrittenForm } from './expand-form.js';
import type { Finding } from './finding.js';

/**
 * What is wrong with a form definition as it is written, which may be any data at all: [] means it can be published.
 * Shape and texts first, then the fields that its blocks make; what refers to what is looked at once those are right.
 * Paths lead to where it was written.
 */
export function checkForm(form: unknown): Finding[] {
  const shape = checkShape(form);
  if (shape.length > 0) return shape;
  const origins: Origins = new Map();
  const expanded = expandForm(form as WrittenForm, origins);
  const hasBlocks = [...origins.values()].some(({ block }) => block);
  const made = hasBlocks ? checkShape(expanded) : [];
  const findings = made.length > 0 ? made : checkReferences(expanded);
  return findings.map((finding) => asWritten(finding, origins));
}

/** The finding at the place where the field it is about was written, as far as it is about one. */
function asWritten(finding: Finding, origins: Origins): Finding {
  const steps = finding.path.split('/');
  for (let length = steps.length; length > 0; length -= 1) {
    const origin = origins.get(steps.slice(0, length).join('/'));
    if (!origin) continue;
    return { ...finding, path: [origin.path, ...(origin.block ? [] : steps.slice(length))].join('/') };
  }
  return finding;
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
  if (keyword === 'enum')
    return { path, code: 'value-unknown', facts: { values: params.allowedValues.join(', ') } };
  if (keyword === 'discriminator')
    return { path, code: 'type-unknown', facts: { type: String(params.tagValue) } };
  return { path, code: 'property-wrong', facts: { rule: `${keyword}: ${message ?? ''}` } };
}
