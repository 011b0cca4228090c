import { serviceSchema, shippedWorkflows } from '#lib/catalogue';
import { definitionSchema } from '#lib/forms';
import { workflowSchema } from '#lib/workflow';
import type { Schema } from './complete-yaml.js';

/** JSON Schema of everything that a text of the room may say: the service with its form and its workflow. */
export function writtenSchema(): Schema {
  const service = serviceSchema as Schema;
  const form = definitionSchema as Schema;
  const workflow = workflowSchema as Schema;
  const { $defs: formDefs, ...wholeForm } = form;
  const { $defs: workflowDefs, ...wholeWorkflow } = workflow;
  const names = shippedWorkflows().map(({ id }) => id);
  return {
    ...service,
    properties: {
      ...service.properties,
      form: wholeForm,
      workflow: { anyOf: [{ enum: names }, wholeWorkflow] },
    },
    $defs: { ...service.$defs, ...formDefs, ...workflowDefs },
  };
}
