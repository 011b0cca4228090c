import { type ActiveState, activeStates } from './active-states.js';
import type { StateDefinition, StateValue, WorkflowDefinition } from './workflow-definition.js';

/** The innermost state that holds all of `value`: a parallel state while its regions are at work. */
export function stateOf(definition: WorkflowDefinition, value: StateValue): StateDefinition {
  return innermost(activeStates(definition, value)).state;
}

export function innermost([first = [], ...others]: ActiveState[][]): ActiveState {
  const shared = first.find(({ state }) => others.every((chain) => chain.some((one) => one.state === state)));
  if (!shared) throw new RangeError('the outermost level of a workflow cannot be parallel');
  return shared;
}
