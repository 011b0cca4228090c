import type { StateDefinition, StateValue, WorkflowDefinition } from '#lib/workflow';

/** A state an application stands in, with its path from the outermost level: `review.police`. */
export interface ActiveState {
  path: string;
  state: StateDefinition;
}

/** Every state that is active: from the outermost level inwards, of all regions. */
export function activeStates(workflow: WorkflowDefinition, value: StateValue): ActiveState[] {
  return statesIn(workflow.states, value, []);
}

function statesIn(
  states: Record<string, StateDefinition>,
  value: StateValue,
  outer: string[],
): ActiveState[] {
  const inner: [string, StateValue | undefined][] =
    typeof value === 'string' ? [[value, undefined]] : Object.entries(value);
  return inner.flatMap(([name, within]) => {
    const state = states[name];
    if (!state) return [];
    const path = [...outer, name];
    const below = within !== undefined && state.states ? statesIn(state.states, within, path) : [];
    return [{ path: path.join('.'), state }, ...below];
  });
}
