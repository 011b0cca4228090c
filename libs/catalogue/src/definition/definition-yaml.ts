import { canonicalForm } from '#lib/platform';
import { stringify } from 'yaml';
import { shippedWorkflows } from './load-definitions.js';
import type { ServiceDefinition } from './service-definition.js';

/** A definition in YAML, as somebody could have written it; a workflow that ships stands in it by its name. */
export function definitionYaml(definition: ServiceDefinition): string {
  const own = canonicalForm(definition.workflow);
  const named = shippedWorkflows().find((workflow) => canonicalForm(workflow) === own);
  return stringify(
    { ...definition, workflow: named?.id ?? definition.workflow },
    { lineWidth: 110, aliasDuplicateObjects: false },
  );
}
