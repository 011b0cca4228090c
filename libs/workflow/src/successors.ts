import { possibleEvents } from './allowed-events.js';
import { answersOf, type GuardFacts, guardNamed } from './guards.js';
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
 * Everything that can happen next, whoever sends it: each event on all the facts by which its guards could decide, once
 * for each set of transitions taken. What no one person could send, such as an act of the citizen and of an officer at
 * once, cannot happen.
 */
export function successors(definition: WorkflowDefinition, state: StateValue): Successor[] {
  return everyTaking(definition, state).filter(canBeSent);
}

/** What each event would do, whether or not there is anybody who could send it. */
export function everyTaking(definition: WorkflowDefinition, state: StateValue): Successor[] {
  return possibleEvents(definition, state).flatMap(({ event: type, transitions }) => {
    const found: Successor[] = [];
    for (const facts of factsFor(transitions)) {
      const event: WorkflowEvent = { type, facts };
      const taken = statechartOf(definition).take(state, event);
      if (taken && !found.some((one) => sameSent(one.taken, taken))) found.push({ event, taken });
    }
    return found;
  });
}

/** Every way to combine what the guards read. */
function factsFor(transitions: TransitionDefinition[]): Record<string, unknown>[] {
  const readings = new Set(transitions.flatMap(({ guard = '' }) => guardNamed(guard)?.reads ?? []));
  const asked = transitions.every(({ needs }) => needs?.includes('outcome'));
  return [...readings].reduce<GuardFacts[]>(
    (all, reading) => {
      const answers = answersOf(reading).filter(({ outcome }) => reading !== 'act' || outcome || !asked);
      return all.flatMap((facts) => answers.map((answer) => ({ ...facts, ...answer })));
    },
    [{}],
  ) as Record<string, unknown>[];
}

/** Whether the event goes the way of a successor on other facts too. */
export function goesThere(
  definition: WorkflowDefinition,
  state: StateValue,
  { event, taken }: Successor,
  facts: GuardFacts,
): boolean {
  const done = statechartOf(definition).take(state, { type: event.type, facts: { ...facts } });
  return done !== undefined && sameSent(done, taken);
}

/** Whether one person, or the system, may send all of it. */
export function canBeSent({ taken }: Successor): boolean {
  return senders.some((kind) => taken.sent.every(({ by }) => by.some((one) => kind.includes(one))));
}

const senders: readonly (readonly Actor[])[] = [['citizen'], ['representative'], ['system'], officerActors];

function sameSent(one: Taken, other: Taken): boolean {
  return one.sent.length === other.sent.length && one.sent.every((each, index) => each === other.sent[index]);
}
