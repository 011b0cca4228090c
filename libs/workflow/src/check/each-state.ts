import type { StatePath } from '../resolve-target.js';
import type { StateDefinition, WorkflowDefinition } from '../workflow-definition.js';

export interface PlacedState {
  path: StatePath;
  state: StateDefinition;
  /** The states around it, innermost first. */
  around: StateDefinition[];
}

/** Every state of a definition, outer before inner, in the order written. */
export function eachState(definition: WorkflowDefinition): PlacedState[] {
  return within(definition.states, [], []);
}

function within(
  states: Record<string, StateDefinition>,
  outer: StatePath,
  around: StateDefinition[],
): PlacedState[] {
  return Object.entries(states).flatMap(([name, state]) => {
    const path = [...outer, name];
    return [{ path, state, around }, ...within(state.states ?? {}, path, [state, ...around])];
  });
}

/** Where a state stands in the data: `states.review.states.police`. */
export function placeOf(path: StatePath): string {
  return path.map((name) => `states.${name}`).join('.');
}

export function hasStates(state: StateDefinition): boolean {
  return Object.keys(state.states ?? {}).length > 0;
}
