import { possibleEvents } from './allowed-events.js';
import { type GuardFacts, guardNamed } from './guards.js';
import { statechartOf, type Taken } from './statechart.js';
import {
  type Actor,
  officerActors,
  type StateValue,
  type TransitionDefinition,
  type WorkflowDefinition,
  type WorkflowEvent,
} from './workflow-definition.js';

export interface Successor {
  event: WorkflowEvent;
  taken: Taken;
}

/**
 * Everything that can happen next, whoever sends it: each event with no facts and with those on which its guards could
 * decide, once for each set of transitions taken. What no one person could send, such as an act of the citizen and of
 * an officer at once, cannot happen.
 */
export function successors(definition: WorkflowDefinition, state: StateValue): Successor[] {
  return possibleEvents(definition, state).flatMap(({ event: type, transitions }) => {
    const found: Successor[] = [];
    for (const facts of factsFor(transitions)) {
      const event: WorkflowEvent = { type, facts };
      const taken = statechartOf(definition).take(state, event);
      if (taken && canBeSent(taken.sent) && !found.some((one) => sameSent(one.taken, taken)))
        found.push({ event, taken });
    }
    return found;
  });
}

/** No facts, and every way to combine examples of the guards, which read different things. */
function factsFor(transitions: TransitionDefinition[]): Record<string, unknown>[] {
  const named = new Set(transitions.flatMap(({ guard }) => guard ?? []));
  return [...named].reduce<GuardFacts[]>(
    (all, name) => {
      const examples = guardNamed(name)?.examples ?? [];
      const combined = all.flatMap((facts) => examples.map((example) => ({ ...facts, ...example })));
      return [...all, ...combined].slice(0, mostCombined);
    },
    [{}],
  ) as Record<string, unknown>[];
}

const mostCombined = 500;

function canBeSent(sent: Taken['sent']): boolean {
  return senders.some((kind) => sent.every(({ by }) => by.some((one) => kind.includes(one))));
}

const senders: readonly (readonly Actor[])[] = [['citizen'], ['representative'], ['system'], officerActors];

function sameSent(one: Taken, other: Taken): boolean {
  return one.sent.length === other.sent.length && one.sent.every((each, index) => each === other.sent[index]);
}
