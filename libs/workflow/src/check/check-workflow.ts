import { type WorkflowRegistry, workflowRegistry } from '../registry.js';
import type { WorkflowDefinition } from '../workflow-definition.js';
import { checkName } from './check-names.js';
import { checkReachability } from './check-reachability.js';
import { checkShape } from './check-shape.js';
import { checkState } from './check-state.js';
import { checkTransitions } from './check-transitions.js';
import { eachState } from './each-state.js';
import { type Finding, finding } from './finding.js';

/**
 * What is wrong with a definition; nothing means that it can be published. Takes any data: what has not the shape of a
 * definition is found first, and ways through it are only judged once everything it names exists.
 */
export function checkWorkflow(
  definition: WorkflowDefinition,
  registry: WorkflowRegistry = workflowRegistry,
): Finding[] {
  const malformed = checkShape(definition);
  if (malformed.some(({ code }) => code === 'malformed')) return malformed;

  const findings = [
    ...malformed,
    ...checkName('id', definition.id),
    ...checkInitial(definition),
    ...eachState(definition).flatMap((placed) => [
      ...checkState(placed),
      ...checkTransitions(definition, registry, placed),
    ]),
  ];
  return findings.some(({ code }) => preventsRunning.has(code))
    ? findings
    : [...findings, ...checkReachability(definition)];
}

const preventsRunning = new Set([
  'name-malformed',
  'initial-unknown',
  'states-missing',
  'type-unknown',
  'target-unknown',
  'guard-unknown',
  'final-goes-on',
]);

function checkInitial({ initial, states }: WorkflowDefinition): Finding[] {
  return Object.hasOwn(states, initial) ? [] : [finding('initial', 'initial-unknown', { initial })];
}
