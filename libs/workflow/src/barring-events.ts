import { eachState } from './check/each-state.js';
import { placedTransitions, type Role, type WorkflowDefinition } from './workflow-definition.js';

/** The events whose last sender may not do some act of a role: the two-person rule, seen from before the act. */
export function barringEvents(definition: WorkflowDefinition, role: Role): string[] {
  const barring = eachState(definition).flatMap(({ state }) =>
    Object.values(state.on ?? {}).flatMap((written) =>
      placedTransitions(written).flatMap(({ one }) => (one.by?.includes(role) ? (one.notBy ?? []) : [])),
    ),
  );
  return [...new Set(barring)];
}
