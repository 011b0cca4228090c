import { possibleEvents } from './allowed-events.js';
import { guards } from './guards.js';
import { statechartOf, type Taken } from './statechart.js';
import type { StateValue, WorkflowDefinition, WorkflowEvent } from './workflow-definition.js';

export interface Successor {
  event: WorkflowEvent;
  taken: Taken;
}

/**
 * Everything that can happen next, whoever sends it: each event with no facts and with the example facts of each guard
 * that could decide on it, once per transition taken.
 */
export function successors(definition: WorkflowDefinition, state: StateValue): Successor[] {
  return possibleEvents(definition, state).flatMap(({ event: type, transitions }) => {
    const examples = transitions.flatMap(({ guard }) => (guard ? [guards[guard]?.example ?? {}] : []));
    const found: Successor[] = [];
    for (const facts of [{}, ...examples]) {
      const event = { type, facts };
      const taken = statechartOf(definition).take(state, event);
      if (taken && !found.some((one) => one.taken.sent[0] === taken.sent[0])) found.push({ event, taken });
    }
    return found;
  });
}
