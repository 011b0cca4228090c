import type { Actor, AllowedEvent, WorkflowDefinition } from '#lib/workflow';
import { allowedEvents } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';

/** Acts that have pages of their own. */
const elsewhere = new Set(['answer-supplement', 'withdraw']);

/** What an applicant can do now that has no page of its own: whatever the workflow says, in its words. */
export function citizenActs(
  workflow: WorkflowDefinition,
  { state }: Pick<Application, 'state'>,
  actors: Actor[],
): AllowedEvent[] {
  return allowedEvents(workflow, state, actors).filter(({ event }) => !elsewhere.has(event));
}
