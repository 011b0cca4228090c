import { type ActiveState, activeStates } from './active-states.js';
import { possibleEvents } from './allowed-events.js';
import {
  officerActors,
  type StateDefinition,
  type StateValue,
  type WaitsFor,
  type WorkflowDefinition,
} from './workflow-definition.js';

/** The innermost state that holds all of `value`: a parallel state while its regions are at work. */
export function stateOf(definition: WorkflowDefinition, value: StateValue): StateDefinition {
  return innermost(activeStates(definition, value)).state;
}

/**
 * Who acts next: whom the state itself names, else those inside it that have not ended, the citizen before officers and
 * officers before the system; where all parts inside have ended, whoever can do something. Nobody where nothing happens
 * any more: an application that somebody can still move is never lost from a queue.
 */
export function waitsForOf(definition: WorkflowDefinition, value: StateValue): WaitsFor | 'nobody' {
  const chains = activeStates(definition, value);
  const { state } = innermost(chains);
  if (state.final) return 'nobody';
  const awaited = chains.flatMap(([leaf]) => (leaf && !leaf.state.final ? [leaf.state.waitsFor] : []));
  return state.waitsFor ?? inTurn.find((one) => awaited.includes(one)) ?? whoCanAct(definition, value);
}

function whoCanAct(definition: WorkflowDefinition, value: StateValue): WaitsFor | 'nobody' {
  const by = possibleEvents(definition, value).flatMap(({ transitions }) =>
    transitions.flatMap((one) => one.by),
  );
  if (by.some((actor) => officerActors.some((officer) => officer === actor))) return 'officer';
  if (by.includes('citizen') || by.includes('representative')) return 'citizen';
  return by.includes('system') ? 'system' : 'nobody';
}

const inTurn: WaitsFor[] = ['citizen', 'officer', 'system'];

export function innermost([first = [], ...others]: ActiveState[][]): ActiveState {
  const shared = first.find(({ state }) => others.every((chain) => chain.some((one) => one.state === state)));
  if (!shared) throw new RangeError('the outermost level of a workflow cannot be parallel');
  return shared;
}
