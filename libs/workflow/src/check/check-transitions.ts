import { areExclusive, guardNamed } from '../guards.js';
import type { WorkflowRegistry } from '../registry.js';
import { resolveTarget } from '../resolve-target.js';
import {
  actors,
  clockEffects,
  doneEvent,
  needs,
  placedTransitions,
  silences,
  type TransitionDefinition,
  type Transitions,
  type WorkflowDefinition,
} from '../workflow-definition.js';
import { checkActForm } from './check-act-form.js';
import { checkName } from './check-names.js';
import { checkTerm } from './check-term.js';
import { checkTexts } from './check-texts.js';
import { everyTransition } from '../every-transition.js';
import { hasStates, type PlacedState, placeOf } from './each-state.js';
import { type Finding, finding } from './finding.js';

/** Filing, and what happens once to any application beside its workflow: a step of that name would be taken for it. */
const reservedEvents: ReadonlySet<string> = new Set(['file', 'apologise', 'extend-deadline']);

/** What the transitions out of one state need: a target, somebody who may, words, and names that exist. */
export function checkTransitions(
  definition: WorkflowDefinition,
  registry: WorkflowRegistry,
  placed: PlacedState,
): Finding[] {
  const { state, path } = placed;
  return Object.entries(state.on ?? {}).flatMap(([event, written]) => {
    const place = `${placeOf(path)}.on.${event}`;
    return [
      ...checkName(place, event),
      ...(reservedEvents.has(event) ? [finding(place, 'event-reserved', { event })] : []),
      ...(event === doneEvent && !hasStates(state) ? [finding(place, 'states-missing')] : []),
      ...checkChoice(written, place),
      ...placedTransitions(written).flatMap(({ one, place: within }) => [
        ...checkNames(definition, registry, placed, one, `${place}${within}`),
        ...(event === doneEvent ? [] : checkSender(definition, one, `${place}${within}`)),
      ]),
    ];
  });
}

/** Where an event may do several things, it is certain which: `oneOf` by guards that exclude one another, `firstOf` by order. */
function checkChoice(written: Transitions, place: string): Finding[] {
  if (Array.isArray(written)) return [finding(place, 'order-unsaid')];
  const all = placedTransitions(written);
  const exclusive = 'oneOf' in written;
  return all.flatMap(({ one: { guard }, place: within }, index) => {
    const before = all.slice(0, index).map(({ one }) => one.guard);
    const here = `${place}${within}`;
    if (!exclusive) {
      if (before.some((other) => !other)) return [finding(here, guard ? 'never-taken' : 'several-unguarded')];
      return guard && before.includes(guard) ? [finding(here, 'never-taken')] : [];
    }
    if (!guard) return all.length > 1 ? [finding(here, 'guard-missing')] : [];
    return before
      .filter((other) => other && guardNamed(other) && guardNamed(guard) && !areExclusive(other, guard))
      .map((other) => finding(here, 'not-exclusive', { guard, other: other ?? '' }));
  });
}

function checkNames(
  definition: WorkflowDefinition,
  registry: WorkflowRegistry,
  { path }: PlacedState,
  one: TransitionDefinition,
  place: string,
): Finding[] {
  const runnable = registry.guards.filter((name) => guardNamed(name));
  const { to, by = [], guard, effects = [], clock, needs: needed = [], notBy = [], consultation } = one;
  const events = notBy.length > 0 ? everyTransition(definition).map(({ event }) => event) : [];
  return [
    ...(resolveTarget(definition, path, to) ? [] : [finding(`${place}.to`, 'target-unknown', { to })]),
    ...unknownIn(actors, by, `${place}.by`, 'actor'),
    ...unknownIn(runnable, guard ? [guard] : [], `${place}.guard`, 'guard'),
    ...unknownIn(registry.effects, effects, `${place}.effects`, 'effect'),
    ...unknownIn(clockEffects, clock ? [clock] : [], `${place}.clock`, 'clock'),
    ...unknownIn(needs, needed, `${place}.needs`, 'need'),
    ...unknownIn(events, notBy, `${place}.notBy`, 'event'),
    ...(consultation
      ? [
          ...unknownIn(silences, [consultation.silence], `${place}.consultation.silence`, 'silence'),
          ...checkTerm(`${place}.consultation.within`, consultation.within),
        ]
      : []),
    ...((consultation !== undefined) === needed.includes('agencies')
      ? []
      : [finding(`${place}.consultation`, 'consultation-incomplete')]),
  ];
}

/** Who sends it, in which words, and what they are asked: nobody can ask the system. */
function checkSender(definition: WorkflowDefinition, one: TransitionDefinition, place: string): Finding[] {
  const { by = [], needs: needed = [], form, attachments, effects: _, ...rest } = one;
  const asked = needed.length > 0 || form !== undefined || attachments?.required === true;
  return [
    ...(by.length > 0 ? [] : [finding(`${place}.by`, 'actor-missing')]),
    ...(by.every((actor) => actor === 'system') ? [] : checkTexts(`${place}.label`, rest.label)),
    ...checkTexts(`${place}.past`, rest.past),
    ...(asked && by.includes('system') ? [finding(place, 'system-asked')] : []),
    ...(needed.includes('passkey') && (form || attachments) ? [finding(place, 'signed-asks-along')] : []),
    ...(attachments ? checkTexts(`${place}.attachments.title`, attachments.title) : []),
    ...(form ? checkActForm(`${place}.form`, form, definition.title) : []),
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
