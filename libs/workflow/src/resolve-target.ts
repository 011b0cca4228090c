import type { StateDefinition, WorkflowDefinition } from './workflow-definition.js';

/** The names from the outermost level down to a state. */
export type StatePath = readonly string[];

/**
 * The state `to` means when said by the state at `from`: a neighbour, else a neighbour of each state around it, else a
 * path from the outermost level. Undefined when there is none.
 */
export function resolveTarget(
  definition: WorkflowDefinition,
  from: StatePath,
  to: string,
): StatePath | undefined {
  const names = to.split('.');
  for (let depth = from.length - 1; depth >= 0; depth -= 1) {
    const candidate = [...from.slice(0, depth), ...names];
    if (stateAt(definition, candidate)) return candidate;
  }
  return undefined;
}

function stateAt(definition: WorkflowDefinition, path: StatePath): StateDefinition | undefined {
  let within: { states?: Record<string, StateDefinition> } = definition;
  let found: StateDefinition | undefined;
  for (const name of path) {
    found = within.states && Object.hasOwn(within.states, name) ? within.states[name] : undefined;
    if (!found) return undefined;
    within = found;
  }
  return found;
}
