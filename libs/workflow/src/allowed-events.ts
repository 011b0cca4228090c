import { activeStates } from './active-states.js';
import { mayTake } from './may-take.js';
import {
  type Actor,
  doneEvent,
  type StateDefinition,
  type StateValue,
  type TransitionDefinition,
  transitionsOn,
  type WorkflowDefinition,
} from './workflow-definition.js';

export interface AllowedEvent {
  event: string;
  /** Where guards choose among several, the first that is theirs: the button is one. */
  transition: TransitionDefinition;
}

/** What someone who is each of `actors` can do now, in the order of the definition. Facts are not known yet. */
export function allowedEvents(
  definition: WorkflowDefinition,
  state: StateValue,
  actors: readonly Actor[],
): AllowedEvent[] {
  return possibleEvents(definition, state).flatMap(({ event, transitions }) => {
    const theirs = transitions.find((one) => mayTake(definition, one, actors));
    return theirs ? [{ event, transition: theirs }] : [];
  });
}

/** Each event some active state waits for, with the transitions it may take, whoever sends it. */
export function possibleEvents(
  definition: WorkflowDefinition,
  state: StateValue,
): { event: string; transitions: TransitionDefinition[] }[] {
  const possible = new Map<string, Set<TransitionDefinition>>();
  for (const chain of activeStates(definition, state)) {
    for (const [event, transitions] of possibleWithin(chain.map((one) => one.state))) {
      possible.set(event, new Set([...(possible.get(event) ?? []), ...transitions]));
    }
  }
  return [...possible].map(([event, transitions]) => ({ event, transitions: [...transitions] }));
}

/** An inner state is asked first; those around it only where each of its own transitions has a guard. */
function possibleWithin(fromInnermost: StateDefinition[]): Map<string, TransitionDefinition[]> {
  const possible = new Map<string, TransitionDefinition[]>();
  for (const state of fromInnermost) {
    for (const event of Object.keys(state.on ?? {})) {
      if (event === doneEvent) continue;
      const found = possible.get(event) ?? [];
      if (found.some(({ guard }) => !guard)) continue;
      const own = transitionsOn(state, event);
      const unguarded = own.findIndex(({ guard }) => !guard);
      possible.set(event, [...found, ...(unguarded < 0 ? own : own.slice(0, unguarded + 1))]);
    }
  }
  return possible;
}
