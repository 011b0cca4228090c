import { checkReferences } from './check-references.js';
import { checkShape } from './check-shape.js';
import { definitionSchema } from './definition-schema.js';
import { expandForm, type Origins, type WrittenForm } from './expand-form.js';
import type { Finding } from './finding.js';

/**
 * What is wrong with a form definition as it is written, which may be any data at all: [] means it can be published.
 * Shape and texts first, then the fields that its blocks make; what refers to what is looked at once those are right.
 * Paths lead to where it was written.
 */
export function checkForm(form: unknown): Finding[] {
  const shape = checkShape(definitionSchema, form);
  if (shape.length > 0) return shape;
  const origins: Origins = new Map();
  const expanded = expandForm(form as WrittenForm, origins);
  const hasBlocks = [...origins.values()].some(({ block }) => block);
  const made = hasBlocks ? checkShape(definitionSchema, expanded) : [];
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
