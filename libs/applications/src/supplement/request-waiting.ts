import { deadlineRuleOf, revisionById, type ServiceDefinition } from '#lib/catalogue';
import type { Platform, Tx } from '#lib/platform';
import { allowedEvents } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { applicantActors } from '../relation/actors-of.js';
import { lastRequest, type SupplementRequest } from './last-request.js';

export interface RequestWaiting {
  definition: ServiceDefinition;
  /** What is asked for; undefined while the workflow waits for no answer. */
  request: SupplementRequest | undefined;
  /** Whether the term stands still until the answer and is then counted anew. */
  restarts: boolean;
}

/** What an applicant is asked to supply to an application now. */
export async function requestWaiting(
  tx: Tx,
  platform: Platform,
  application: Application,
): Promise<RequestWaiting> {
  const { definition } = await revisionById(tx, application.revisionId);
  const applicant = applicantActors(application, { id: application.personId });
  const answer = allowedEvents(definition.workflow, application.state, applicant).find(
    ({ event }) => event === 'answer-supplement',
  );
  const request = answer ? lastRequest(await readEvents(tx, platform, application.id)) : undefined;
  const restarts =
    deadlineRuleOf(definition, application) !== undefined && answer?.transition.clock === 'restart';
  return { definition, request, restarts };
}
