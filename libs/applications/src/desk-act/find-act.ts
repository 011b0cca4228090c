import { Refusal } from '#lib/platform';
import {
  allowedEvents,
  type StateDefinition,
  type TransitionDefinition,
  type WorkflowDefinition,
} from '#lib/workflow';
import { officerRoles } from '#lib/organisations';
import type { CaseFile } from '../case-file/read-case.js';

/** An act of an officer's, and whether it is theirs to do now. */
export interface FoundAct {
  event: string;
  transition: TransitionDefinition;
  /** False where the application has moved on, or has not come so far. */
  now: boolean;
}

/**
 * Finds an act by the name of its event. Refuses one that no officer ever does in this workflow (`not-found`, 404), and
 * one that is open now but not to this officer's roles (`actor-not-allowed`, 403).
 */
export function findAct({ application, revision, roles }: CaseFile, event: string): FoundAct {
  const { workflow } = revision.definition;
  const among = (actors: typeof roles) =>
    allowedEvents(workflow, application.state, actors).find((allowed) => allowed.event === event);
  const theirs = among(roles);
  if (theirs) return { ...theirs, now: true };
  if (among([...officerRoles])) throw new Refusal('actor-not-allowed', 403, { event });
  const elsewhere = transitionsNamed(workflow, event).find(({ by }) =>
    officerRoles.some((role) => by.includes(role)),
  );
  if (!elsewhere) throw new Refusal('not-found', 404);
  return { event, transition: elsewhere, now: false };
}

/** Whether an act is signed with a passkey. */
export function isSigned({ transition }: FoundAct): boolean {
  return transition.needs?.includes('passkey') ?? false;
}

function transitionsNamed(
  { states = {} }: Pick<WorkflowDefinition, 'states'> | StateDefinition,
  event: string,
): TransitionDefinition[] {
  return Object.values(states).flatMap((state) => [
    ...(state.on && Object.hasOwn(state.on, event) ? [state.on[event] ?? []].flat() : []),
    ...transitionsNamed(state, event),
  ]);
}
