import { guards } from '../guards.js';
import type { WorkflowRegistry } from '../registry.js';
import { resolveTarget } from '../resolve-target.js';
import {
  actors,
  clockEffects,
  doneEvent,
  needs,
  type TransitionDefinition,
  transitionsOn,
  type WorkflowDefinition,
} from '../workflow-definition.js';
import { checkName } from './check-names.js';
import { checkTexts } from './check-texts.js';
import { hasStates, type PlacedState, placeOf } from './each-state.js';
import { type Finding, finding } from './finding.js';

/** What the transitions out of one state need: a target, somebody who may, words, and names that exist. */
export function checkTransitions(
  definition: WorkflowDefinition,
  registry: WorkflowRegistry,
  placed: PlacedState,
): Finding[] {
  const { state, path } = placed;
  return Object.entries(state.on ?? {}).flatMap(([event, written]) => {
    const place = `${placeOf(path)}.on.${event}`;
    const at = (index: number) => (Array.isArray(written) ? `${place}[${index}]` : place);
    const transitions = transitionsOn(state, event);
    return [
      ...checkName(place, event),
      ...(event === doneEvent && !hasStates(state) ? [finding(place, 'states-missing')] : []),
      ...checkOrder(transitions, at),
      ...transitions.flatMap((one, index) => checkTransition(definition, registry, placed, one, at(index))),
    ];
  });
}

/** The first transition whose guard passes is taken: after one without a guard, or with the same, none ever is. */
function checkOrder(transitions: TransitionDefinition[], at: (index: number) => string): Finding[] {
  return transitions.flatMap(({ guard }, index) => {
    const before = transitions.slice(0, index);
    if (before.some((one) => !one.guard))
      return [finding(at(index), guard ? 'never-taken' : 'several-unguarded')];
    return guard && before.some((one) => one.guard === guard) ? [finding(at(index), 'never-taken')] : [];
  });
}

function checkTransition(
  definition: WorkflowDefinition,
  registry: WorkflowRegistry,
  { path }: PlacedState,
  one: TransitionDefinition,
  place: string,
): Finding[] {
  const runnable = registry.guards.filter((name) => Object.hasOwn(guards, name));
  const { to, by = [], guard, effects = [], clock, needs: needed = [] } = one;
  return [
    ...(resolveTarget(definition, path, to) ? [] : [finding(`${place}.to`, 'target-unknown', { to })]),
    ...(by.length > 0 ? [] : [finding(`${place}.by`, 'actor-missing')]),
    ...unknownIn(actors, by, `${place}.by`, 'actor'),
    ...unknownIn(runnable, guard ? [guard] : [], `${place}.guard`, 'guard'),
    ...unknownIn(registry.effects, effects, `${place}.effects`, 'effect'),
    ...unknownIn(clockEffects, clock ? [clock] : [], `${place}.clock`, 'clock'),
    ...unknownIn(needs, needed, `${place}.needs`, 'need'),
    ...checkTexts(`${place}.label`, one.label),
    ...checkTexts(`${place}.past`, one.past),
  ];
}

function unknownIn(
  known: readonly string[],
  named: readonly string[],
  path: string,
  what: string,
): Finding[] {
  return named
    .filter((name) => !known.includes(name))
    .map((name) => finding(path, `${what}-unknown`, { [what]: name }));
}
