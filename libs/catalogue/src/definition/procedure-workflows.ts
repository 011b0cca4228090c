import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '#lib/platform';
import { placedTransitions, type WorkflowDefinition } from '#lib/workflow';
import { namedWorkflow } from './load-definitions.js';

/** `data/procedure-workflows.yaml`. */
interface ProcedureWorkflow {
  workflow: string;
  /** Working days that agencies consulted have to answer, where the procedure states them. */
  consultedDays?: number;
  /** Where its steps stand. */
  source: string;
}

/** The workflow of a procedure that nobody wrote a definition for, and the source that says so where it is not the usual. */
export function workflowOf(code: string): { workflow: WorkflowDefinition; sources: string[] } {
  known ??= parse(
    readFileSync(join(projectRoot(), 'libs/catalogue/data/procedure-workflows.yaml'), 'utf8'),
  ) as Record<string, ProcedureWorkflow>;
  const found = Object.hasOwn(known, code) ? known[code] : undefined;
  if (!found) return { workflow: namedWorkflow('standard'), sources: [] };
  const { workflow, consultedDays, source } = found;
  const named = namedWorkflow(workflow);
  return {
    workflow: consultedDays === undefined ? named : withDays(named, consultedDays),
    sources: [source],
  };
}

function withDays(named: WorkflowDefinition, workingDays: number): WorkflowDefinition {
  const workflow = structuredClone(named);
  for (const { on = {} } of Object.values(workflow.states))
    for (const written of Object.values(on))
      for (const { one } of placedTransitions(written))
        if (one.consultation) one.consultation.within = { workingDays };
  return {
    ...workflow,
    assumptions: workflow.assumptions.filter((one) => one !== 'Agencies have five working days to answer.'),
  };
}

let known: Record<string, ProcedureWorkflow> | undefined;
