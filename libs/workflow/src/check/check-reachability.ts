import { activeStates } from '../active-states.js';
import { initialState } from '../initial-state.js';
import { innermost } from '../state-of.js';
import { successors } from '../successors.js';
import type { StateValue, WorkflowDefinition } from '../workflow-definition.js';
import { eachState, placeOf } from './each-state.js';
import { type Finding, finding } from './finding.js';

/** A workflow a person can read has tens of situations; parallel regions multiply them. */
const mostSituations = 500;

/**
 * Every state is reached, and a final state can be reached from everywhere. Found out by going through all situations
 * the definition can come to, so it needs a definition that runs.
 */
export function checkReachability(definition: WorkflowDefinition): Finding[] {
  const situations = explore(definition);
  if (!situations) return [finding('states', 'too-many-situations', { most: String(mostSituations) })];

  const reached = new Set([...situations.values()].flatMap(({ active }) => active));
  const unreached = eachState(definition)
    .map(({ path }) => placeOf(path))
    .filter((place) => !reached.has(place));
  const stuck = withoutEnd(situations).map(({ place }) => place);
  return [
    ...unreached.map((place) => finding(place, 'state-unreachable')),
    ...[...new Set(stuck)].map((place) => finding(place, 'final-unreachable')),
  ];
}

interface Situation {
  place: string;
  /** Where all active states stand. */
  active: string[];
  next: string[];
  final: boolean;
}

function explore(definition: WorkflowDefinition): Map<string, Situation> | undefined {
  const situations = new Map<string, Situation>();
  const open: { state: StateValue; final: boolean }[] = [{ state: initialState(definition), final: false }];
  for (let here = open.pop(); here; here = open.pop()) {
    const key = JSON.stringify(here.state);
    if (situations.has(key)) continue;
    if (situations.size === mostSituations) return undefined;
    const following = successors(definition, here.state).map(({ taken }) => taken);
    open.push(...following);
    const chains = activeStates(definition, here.state);
    situations.set(key, {
      place: placeOf(innermost(chains).path),
      active: chains.flat().map(({ path }) => placeOf(path)),
      next: following.map(({ state }) => JSON.stringify(state)),
      final: here.final,
    });
  }
  return situations;
}

/** The situations from which no way leads to an end. */
function withoutEnd(situations: Map<string, Situation>): Situation[] {
  const ending = new Set<string>();
  for (let before = -1; before < ending.size; ) {
    before = ending.size;
    for (const [key, { next, final }] of situations) {
      if (final || next.some((one) => ending.has(one))) ending.add(key);
    }
  }
  return [...situations].filter(([key]) => !ending.has(key)).map(([, situation]) => situation);
}
