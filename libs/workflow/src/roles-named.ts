import { eachState, placeOf } from './check/each-state.js';
import {
  placedTransitions,
  type Relation,
  type Role,
  type WorkflowDefinition,
} from './workflow-definition.js';

/** A role some transition waits for, and where it is named first. */
export interface NamedRole {
  role: Role;
  /** At which agency; undefined for the one the application lies with. */
  relation?: Relation;
  path: string;
}

/** Every officer role a definition names: each needs somebody who holds it. */
export function rolesNamed(definition: WorkflowDefinition): NamedRole[] {
  const found = new Map<string, NamedRole>();
  for (const { path, state } of eachState(definition))
    for (const [event, written] of Object.entries(state.on ?? {}))
      for (const { one, place } of placedTransitions(written))
        for (const actor of one.by ?? []) {
          if (actor === 'citizen' || actor === 'representative' || actor === 'system') continue;
          if (found.has(actor)) continue;
          const [role, relation] = actor.split('@') as [Role, Relation | undefined];
          const at = `${placeOf(path)}.on.${event}${place}.by`;
          found.set(actor, { role, ...(relation && { relation }), path: at });
        }
  return [...found.values()];
}
