import type { PlacedState } from '../check/each-state.js';
import { resolveTarget, type StatePath } from '../resolve-target.js';
import {
  placedTransitions,
  type StateDefinition,
  type TransitionDefinition,
  type WorkflowDefinition,
} from '../workflow-definition.js';

export interface Move {
  event: string;
  transition: TransitionDefinition;
  /** Where it leads; undefined in a definition that names no such state. */
  target: StatePath | undefined;
}

interface Level {
  type?: 'parallel';
  initial?: string;
  states?: Record<string, StateDefinition>;
}

/**
 * Every state, outer before inner, as a reader meets them: from the initial one on, each before those it leads to. The
 * order written is no help: the database keeps the keys of an object in an order of its own.
 */
export function readingOrder(definition: WorkflowDefinition): PlacedState[] {
  return levelInOrder(definition, definition, [], []);
}

function levelInOrder(
  definition: WorkflowDefinition,
  level: Level,
  outer: StatePath,
  around: StateDefinition[],
): PlacedState[] {
  const states = level.states ?? {};
  const first = level.type === 'parallel' || !level.initial ? [] : [level.initial];
  const met = new Set(first.filter((name) => Object.hasOwn(states, name)));
  const follow = () => {
    for (const name of met)
      for (const target of targetsWithin(definition, [...outer, name], states[name]))
        if (isBelow(target, outer) && target[outer.length]) met.add(target[outer.length] as string);
  };
  follow();
  for (const name of Object.keys(states)) {
    met.add(name);
    follow();
  }
  return [...met].flatMap((name) => {
    const state = states[name];
    if (!state) return [];
    const path = [...outer, name];
    return [{ path, state, around }, ...levelInOrder(definition, state, path, [state, ...around])];
  });
}

/** Where a state leads, or one inside it. */
function targetsWithin(
  definition: WorkflowDefinition,
  path: StatePath,
  state: StateDefinition | undefined,
): StatePath[] {
  if (!state) return [];
  return [
    ...movesFrom(definition, path, state).flatMap(({ target }) => (target ? [target] : [])),
    ...Object.entries(state.states ?? {}).flatMap(([name, inner]) =>
      targetsWithin(definition, [...path, name], inner),
    ),
  ];
}

/** What may happen in a state: the way on before the ways back and out. */
export function movesFrom(definition: WorkflowDefinition, path: StatePath, state: StateDefinition): Move[] {
  return Object.entries(state.on ?? {})
    .flatMap(([event, written]) =>
      placedTransitions(written).map(({ one }) => ({
        event,
        transition: one,
        target: resolveTarget(definition, path, one.to),
      })),
    )
    .toSorted((one, other) => rank(one) - rank(other));
}

/** Most workflows share these ends; everything else keeps its order. */
function rank({ event, transition }: Move): number {
  if (event === 'withdraw') return 3;
  if (transition.needs?.includes('ground')) return 2;
  return transition.needs?.includes('items') ? 1 : 0;
}

export function isBelow(path: StatePath, outer: StatePath): boolean {
  return outer.every((name, depth) => path[depth] === name);
}
