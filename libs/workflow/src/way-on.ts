import type { GuardFacts } from './guards.js';
import { stateOf } from './state-of.js';
import { type Successor, successors } from './successors.js';
import type { StateValue, WorkflowDefinition } from './workflow-definition.js';

/** The first of the national statuses of an application that came to a result. */
const processed = 9;
const mostStates = 300;

interface Place {
  state: StateValue;
  final: boolean;
  /** The states on the way to it, itself the last. */
  way: StateValue[];
}

const known = new WeakMap<WorkflowDefinition, Map<string, StateValue[]>>();

/**
 * The states an application goes through from here where all goes well, the last one final: the shortest way to a result,
 * else to any end. Empty where it has ended. Reckoned once for each state of a definition object.
 */
export function wayOn(definition: WorkflowDefinition, state: StateValue): StateValue[] {
  const ways = known.get(definition) ?? new Map<string, StateValue[]>();
  known.set(definition, ways);
  const key = JSON.stringify(state);
  const way = ways.get(key) ?? findWay(definition, state);
  ways.set(key, way);
  return way;
}

function findWay(definition: WorkflowDefinition, state: StateValue): StateValue[] {
  const ends = [goesWell, () => true].flatMap((follow) => endsFrom(definition, state, follow));
  const result = ends.find((end) => stateOf(definition, end.state).status >= processed);
  return (result ?? ends[0])?.way ?? [];
}

/** The ends that can be reached, nearest first. */
function endsFrom(
  definition: WorkflowDefinition,
  start: StateValue,
  follow: (successor: Successor) => boolean,
): Place[] {
  const places: Place[] = [{ state: start, final: false, way: [] }];
  const seen = new Set([JSON.stringify(start)]);
  for (const { state, final, way } of places) {
    if (final || places.length > mostStates) continue;
    for (const { taken } of successors(definition, state).filter(follow)) {
      const key = JSON.stringify(taken.state);
      if (seen.has(key)) continue;
      seen.add(key);
      places.push({ state: taken.state, final: taken.final, way: [...way, taken.state] });
    }
  }
  return places.filter(({ final }) => final);
}

/** Whether nobody refuses, objects or sends back what was done. */
function goesWell({ event, taken }: Successor): boolean {
  const { outcome, consultations, children, whole } = (event.facts ?? {}) as GuardFacts;
  const ill = outcome === 'refuse' || consultations?.objected || children?.refused || whole?.stopped;
  const needs = taken.sent.flatMap((sent) => sent.needs ?? []);
  return !ill && !needs.includes('ground') && !needs.includes('items');
}
