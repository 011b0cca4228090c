import { Refusal } from '#lib/platform';
import {
  allowedEvents,
  type OfficerActor,
  officerActors,
  type StateDefinition,
  type TransitionDefinition,
  transitionsOn,
  type WorkflowDefinition,
} from '#lib/workflow';
import type { CaseFile } from '../case-file/read-case.js';

/** An act that some officer performs in this workflow. */
export interface FoundAct {
  event: string;
  transition: TransitionDefinition;
  /** Whose it is now: theirs who asked, only that of other roles, or nobody's at this step. */
  open: 'to-them' | 'to-others' | 'to-nobody';
}

/** Finds an act by the name of its event. Refuses one that no officer ever performs here (`not-found`, 404). */
export function findAct(
  { application, revision, roles }: Pick<CaseFile, 'application' | 'revision' | 'roles'>,
  event: string,
): FoundAct {
  const { workflow } = revision.definition;
  const among = (actors: readonly OfficerActor[]) =>
    allowedEvents(workflow, application.state, actors).find((allowed) => allowed.event === event)?.transition;
  const theirs = among(roles);
  if (theirs) return { event, transition: theirs, open: 'to-them' };
  const others = among(officerActors);
  if (others) return { event, transition: others, open: 'to-others' };
  const elsewhere = transitionsNamed(workflow, event).find(({ by }) =>
    officerActors.some((actor) => by?.includes(actor)),
  );
  if (!elsewhere) throw new Refusal('not-found', 404);
  return { event, transition: elsewhere, open: 'to-nobody' };
}

/** Refuses an act that is open to other roles only (`actor-not-allowed`, 403). */
export function refuseOthers({ event, open }: FoundAct): void {
  if (open === 'to-others') throw new Refusal('actor-not-allowed', 403, { event });
}

/** Refuses an act that asks other agencies: it has a page of its own (`not-found`, 404). */
export function refuseAsking({ transition }: FoundAct): void {
  if (transition.needs?.includes('agencies')) throw new Refusal('not-found', 404);
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
    ...transitionsOn(state, event),
    ...transitionsNamed(state, event),
  ]);
}
