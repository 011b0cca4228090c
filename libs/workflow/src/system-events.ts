import { possibleEvents } from './allowed-events.js';
import { eachState } from './check/each-state.js';
import { guardNamed, type Reading } from './guards.js';
import type { StateValue, TransitionDefinition, WorkflowDefinition } from './workflow-definition.js';

/**
 * What the system does by itself from here, as soon as a guard lets it: its events, in the order of the definition.
 * Those that a deadline sends wait for the clock.
 */
export function systemEvents(
  definition: WorkflowDefinition,
  state: StateValue,
): { event: string; transitions: TransitionDefinition[] }[] {
  const timed = clockEvents(definition);
  return possibleEvents(definition, state)
    .filter(({ event }) => !timed.has(event))
    .map(({ event, transitions }) => ({
      event,
      transitions: transitions.filter(({ by }) => by.includes('system')),
    }))
    .filter(({ transitions }) => transitions.length > 0);
}

/** The events that only the clock sends. */
export function clockEvents(definition: WorkflowDefinition): ReadonlySet<string> {
  const known = timed.get(definition);
  if (known) return known;
  const found = new Set(eachState(definition).flatMap(({ state }) => state.deadline?.send ?? []));
  timed.set(definition, found);
  return found;
}

/** What the guards of an event read, where an application stands. */
export function readingsOf(definition: WorkflowDefinition, state: StateValue, event: string): Reading[] {
  const named = possibleEvents(definition, state)
    .filter((one) => one.event === event)
    .flatMap(({ transitions }) => transitions.flatMap(({ guard }) => guard ?? []));
  return [...new Set(named.flatMap((name) => guardNamed(name)?.reads ?? []))];
}

const timed = new WeakMap<WorkflowDefinition, ReadonlySet<string>>();
