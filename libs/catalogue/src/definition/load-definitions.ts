import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '#lib/platform';
import { type WorkflowDefinition, withWords } from '#lib/workflow';
import type { ServiceDefinition } from './service-definition.js';

type Written = Omit<ServiceDefinition, 'workflow'> & { workflow: string | WorkflowDefinition };

/** The definitions written by hand that the product ships, by procedure code, their named workflow filled in. */
export function shippedDefinitions(): Map<string, ServiceDefinition> {
  definitions ??= new Map(
    yamlFiles('procedures').map((written) => {
      const { workflow, ...rest } = written as Written;
      return [
        rest.code,
        { ...rest, workflow: typeof workflow === 'string' ? namedWorkflow(workflow) : withWords(workflow) },
      ];
    }),
  );
  return definitions;
}

/** A workflow that definitions name, such as `standard`. A fault if there is none of that name. */
export function namedWorkflow(id: string): WorkflowDefinition {
  const found = shippedWorkflows().get(id);
  if (!found) throw new Error(`No workflow is named ${id}`);
  return found;
}

/** The workflows that ship, by name, with all their words. */
export function shippedWorkflows(): ReadonlyMap<string, WorkflowDefinition> {
  workflows ??= new Map(
    yamlFiles('workflows').map((written) => {
      const workflow = withWords(written as WorkflowDefinition);
      return [workflow.id, workflow];
    }),
  );
  return workflows;
}

let definitions: Map<string, ServiceDefinition> | undefined;
let workflows: Map<string, WorkflowDefinition> | undefined;

function yamlFiles(folder: string): unknown[] {
  const path = join(projectRoot(), 'libs/catalogue', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(join(path, name), 'utf8')));
}
