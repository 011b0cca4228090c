import type { GuardFacts } from './guards.js';
import { stateOf } from './state-of.js';
import { statechartOf } from './statechart.js';
import { goesThere, type Successor, successors } from './successors.js';
import type { StateValue, WorkflowDefinition } from './workflow-definition.js';

/** The first of the national statuses of an application that came to a result. */
const processed = 9;
const mostStates = 300;

interface Place {
  state: StateValue;
  final: boolean;
  /** Whether a fee is still to be paid. */
  feeIsDue: boolean;
  /** The states on the way to it, itself the last. */
  way: StateValue[];
}

const known = new WeakMap<WorkflowDefinition, Map<string, StateValue[]>>();

/**
 * The states an application goes through from here where all goes well, the last one final: the shortest way to a result,
 * else to any end. A fee that is due is paid on the way. Empty where it has ended. Reckoned once for each state of a
 * definition object.
 */
export function wayOn(definition: WorkflowDefinition, state: StateValue, feeIsDue: boolean): StateValue[] {
  const ways = known.get(definition) ?? new Map<string, StateValue[]>();
  known.set(definition, ways);
  const key = JSON.stringify([state, feeIsDue]);
  const way = ways.get(key) ?? findWay(definition, state, feeIsDue);
  ways.set(key, way);
  return way;
}

function findWay(definition: WorkflowDefinition, state: StateValue, feeIsDue: boolean): StateValue[] {
  const ends = [goesWell, () => true].flatMap((follow) => endsFrom(definition, state, feeIsDue, follow));
  const result = ends.find((end) => stateOf(definition, end.state).status >= processed);
  return (result ?? ends[0])?.way ?? [];
}

/** The ends that can be reached, nearest first. */
function endsFrom(
  definition: WorkflowDefinition,
  start: StateValue,
  feeIsDue: boolean,
  follow: (successor: Successor) => boolean,
): Place[] {
  const places: Place[] = [{ state: start, final: false, feeIsDue, way: [] }];
  const seen = new Set([JSON.stringify([start, feeIsDue])]);
  for (const place of places) {
    if (place.final || places.length > mostStates) continue;
    for (const successor of successors(definition, place.state).filter(follow)) {
      const after = place.feeIsDue ? payingOn(definition, place.state, successor) : 'nothing-due';
      if (after === 'elsewhere') continue;
      const { state, final } = successor.taken;
      const next = { state, final, feeIsDue: after === 'still-due', way: [...place.way, state] };
      const key = JSON.stringify([state, next.feeIsDue]);
      if (seen.has(key)) continue;
      seen.add(key);
      places.push(next);
    }
  }
  return places.filter(({ final }) => final);
}

const unpaid = { dueDong: 1, paidDong: 0 };

/** What a fee that is due becomes on this way; `elsewhere`: with it the event goes another way, which is met by itself. */
function payingOn(
  definition: WorkflowDefinition,
  state: StateValue,
  successor: Successor,
): 'still-due' | 'nothing-due' | 'elsewhere' {
  const { type, facts = {} } = successor.event;
  if (!('payment' in facts)) return 'still-due';
  const owing = { ...facts, payment: unpaid };
  if (goesThere(definition, state, successor, owing)) return 'still-due';
  return statechartOf(definition).take(state, { type, facts: owing }) ? 'elsewhere' : 'nothing-due';
}

/** Whether nobody refuses, objects or sends back what was done. */
function goesWell({ event, taken }: Successor): boolean {
  const { outcome, consultations, children, whole } = (event.facts ?? {}) as GuardFacts;
  const ill = outcome === 'refuse' || consultations?.objected || children?.refused || whole?.stopped;
  const needs = taken.sent.flatMap((sent) => sent.needs ?? []);
  return !ill && !needs.includes('ground') && !needs.includes('items');
}
