import { guardNamed } from '../guards.js';
import { innermost } from '../state-of.js';
import { type Situation, type SituationStep, situationsOf } from '../situations.js';
import { clockEvents, systemEvents } from '../system-events.js';
import {
  placedTransitions,
  type StateDefinition,
  transitionsOn,
  type WorkflowDefinition,
} from '../workflow-definition.js';
import { eachState, placeOf } from './each-state.js';
import { type Finding, finding } from './finding.js';

/** A workflow a person can read has tens of situations; parallel regions multiply them, and the clock doubles them. */
const mostSituations = 1_000;

/**
 * What only shows on the way: found by going through all situations the definition can come to, with the state of the
 * clock, so it needs a definition that runs.
 */
export function checkSituations(definition: WorkflowDefinition): Finding[] {
  const most = eachState(definition).length > mostSituations;
  const situations = most ? undefined : situationsOf(definition, mostSituations);
  if (!situations) return [finding('states', 'too-many-situations', { most: String(mostSituations) })];
  const all = [...situations.values()];
  return [
    ...notReached(definition, all),
    ...firstAtEach(
      withoutEnd(situations).map((one) => [placeOfSituation(one), one.steps]),
      'final-unreachable',
    ),
    ...firstAtEach(
      all.flatMap((one) => unwatched(definition, one)),
      'wait-unwatched',
    ),
    ...firstAtEach(all.flatMap(refusedDeadlines), 'deadline-blocked'),
    ...circles(definition, situations),
  ];
}

/** States nothing leads to, and transitions that are never taken although something leads to their state. */
function notReached(definition: WorkflowDefinition, all: Situation[]): Finding[] {
  const reached = new Set(all.flatMap(({ active }) => active.flat().map(({ path }) => placeOf(path))));
  const taken = new Set(
    all.flatMap(({ next }) =>
      next.flatMap(({ successor }) => [...successor.taken.sent, ...successor.taken.followed]),
    ),
  );
  return eachState(definition).flatMap(({ path, state }) => {
    const place = placeOf(path);
    if (!reached.has(place)) return [finding(place, 'state-unreachable')];
    return Object.entries(state.on ?? {}).flatMap(([event, written]) =>
      placedTransitions(written)
        .filter(({ one }) => !taken.has(one))
        .map(({ place: within }) => finding(`${place}.on.${event}${within}`, 'never-taken', { event })),
    );
  });
}

/** The situations from which no way leads to an end. */
function withoutEnd(situations: Map<string, Situation>): Situation[] {
  const ending = new Set<string>();
  for (let before = -1; before < ending.size; ) {
    before = ending.size;
    for (const [key, { next, final }] of situations) {
      if (final || next.some((one) => ending.has(one.key))) ending.add(key);
    }
  }
  return [...situations].filter(([key]) => !ending.has(key)).map(([, situation]) => situation);
}

/**
 * Where somebody is waited for, the legal clock stands still, and neither a deadline of the step nor a word says for how
 * long: nobody would notice. What the system does at once is no waiting.
 */
function unwatched(
  definition: WorkflowDefinition,
  { active, running, final, steps }: Situation,
): [string, SituationStep[]][] {
  if (running || final) return [];
  const timed = clockEvents(definition);
  return active.flatMap((chain): [string, SituationStep[]][] => {
    const [leaf] = chain;
    const watched = chain.some(({ state }) => state.deadline ?? state.noDeadline);
    const atOnce = chain.some(({ state }) =>
      Object.keys(state.on ?? {}).some((event) => !timed.has(event) && goesOnByItself(state, event)),
    );
    return !leaf || leaf.state.final || watched || atOnce ? [] : [[placeOf(leaf.path), steps]];
  });
}

/**
 * Deadlines that come to nothing: a state inside waits for the same event from somebody else, so that the system is
 * refused.
 */
function refusedDeadlines({ active, next, steps }: Situation): [string, SituationStep[]][] {
  return active.flat().flatMap(({ path, state: { deadline } }): [string, SituationStep[]][] => {
    if (!deadline) return [];
    const sent = next.filter(({ successor }) => successor.event.type === deadline.send);
    const bySystem = sent.filter(({ successor }) =>
      successor.taken.sent.every(({ by }) => by.includes('system')),
    );
    return sent.length > bySystem.length ? [[`${placeOf(path)}.deadline.send`, steps]] : [];
  });
}

/** Whether the system takes this event here whatever the facts are. */
function goesOnByItself(state: StateDefinition, event: string): boolean {
  const bySystem = transitionsOn(state, event).filter(({ by }) => (by ?? []).includes('system'));
  const named = bySystem.map(({ guard }) => guard);
  return named.some((guard) => !guard || named.includes(guardNamed(guard)?.opposite ?? 'none'));
}

/** Ways round which the system would go by itself without end. */
function circles(definition: WorkflowDefinition, situations: Map<string, Situation>): Finding[] {
  const findings: Finding[] = [];
  const done = new Set<string>();
  const follow = (key: string, way: string[]): void => {
    if (done.has(key)) return;
    const here = situations.get(key);
    if (!here || here.final) return;
    const round = way.indexOf(key);
    if (round >= 0) {
      findings.push(finding(placeOfSituation(here), 'system-circle', {}, here.steps));
      for (const one of way.slice(round)) done.add(one);
      return;
    }
    const own = new Set(systemEvents(definition, here.state).map(({ event }) => event));
    for (const { successor, key: to } of here.next) {
      const bySystem = successor.taken.sent.every(({ by }) => by.includes('system'));
      if (bySystem && own.has(successor.event.type)) follow(to, [...way, key]);
    }
    done.add(key);
  };
  for (const key of situations.keys()) follow(key, []);
  return findings;
}

function placeOfSituation({ active }: Situation): string {
  return placeOf(innermost(active).path);
}

function firstAtEach(found: [string, SituationStep[]][], code: string): Finding[] {
  const first = new Map(found.toReversed());
  return [...first].map(([place, steps]) => finding(place, code, {}, steps));
}
