import type { EffectName } from './registry.js';
import { type StateDefinition, transitionsOn, type WorkflowDefinition } from './workflow-definition.js';

/** The events of a workflow that have an effect. */
export function eventsWith(
  { states = {} }: Pick<WorkflowDefinition, 'states'> | StateDefinition,
  effect: EffectName,
): string[] {
  const found = Object.values(states).flatMap((state) => [
    ...Object.keys(state.on ?? {}).filter((event) =>
      transitionsOn(state, event).some(({ effects = [] }) => effects.includes(effect)),
    ),
    ...eventsWith(state, effect),
  ]);
  return [...new Set(found)];
}
