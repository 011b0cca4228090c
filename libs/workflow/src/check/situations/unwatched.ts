import { guardNamed } from '../../guards.js';
import type { Situation } from '../../situations.js';
import { clockEvents } from '../../system-events.js';
import { type StateDefinition, transitionsOn, type WorkflowDefinition } from '../../workflow-definition.js';
import { placeOf } from '../each-state.js';
import type { Found } from './first-at-each.js';

/**
 * Where somebody is waited for, the legal clock stands still, and neither a deadline of the step nor a word says for how
 * long: nobody would notice. What the system does at once is no waiting.
 */
export function unwatched(
  definition: WorkflowDefinition,
  { active, running, final, steps }: Situation,
): Found[] {
  if (running || final) return [];
  const timed = clockEvents(definition);
  return active.flatMap((chain): Found[] => {
    const [leaf] = chain;
    const watched = chain.some(({ state }) => state.deadline ?? state.noDeadline);
    const atOnce = chain.some(({ state }) =>
      Object.keys(state.on ?? {}).some((event) => !timed.has(event) && goesOnByItself(state, event)),
    );
    return !leaf || leaf.state.final || watched || atOnce ? [] : [[placeOf(leaf.path), steps]];
  });
}

/** Whether the system takes this event here whatever the facts are. */
function goesOnByItself(state: StateDefinition, event: string): boolean {
  const bySystem = transitionsOn(state, event).filter(({ by }) => (by ?? []).includes('system'));
  const named = bySystem.map(({ guard }) => guard);
  return named.some((guard) => !guard || named.includes(guardNamed(guard)?.opposite ?? 'none'));
}
