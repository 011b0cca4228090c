import { v5 } from 'uuid';
import { revisionById } from '#lib/catalogue';
import { type Platform, Refusal } from '#lib/platform';
import { systemEvents } from '#lib/workflow';
import { childEnded } from '../children/children-effects.js';
import { performAct } from '../act/perform-act.js';
import { assignByRule } from '../assignment/assign-by-rule.js';
import { Application } from '../application/application.entity.js';
import type { ApplicationNews } from './relay-outbox.js';

/**
 * The system's own part of a workflow: of the events that the state now allows the system, it sends the first that a
 * guard lets pass, such as delivering a result; what a deadline sends waits for the clock. Where nothing follows, an
 * application that is nobody's yet is given to an officer by its agency's rules. The idempotency key follows
 * from the version and the event, so that a job that runs twice acts once. An application that has ended may be a part
 * of another, which goes on then.
 */
export async function followUp(platform: Platform, news: ApplicationNews): Promise<void> {
  const tx = platform.database.manager;
  const application = await tx.getRepository(Application).findOneByOrFail({ id: news.applicationId });
  // Newer events bring a follow-up of their own.
  if (news.sequence > 0 && application.version !== news.sequence) return;
  if (application.waitsFor === 'nobody') return childEnded(platform, application.id);
  const { definition } = await revisionById(tx, application.revisionId);
  for (const { event } of systemEvents(definition.workflow, application.state)) {
    const sent = await performAct(tx, platform, {
      applicationId: application.id,
      event,
      version: application.version,
      idempotencyKey: v5(`${application.version}/${event}`, application.id),
      actor: { kind: 'system', id: null, name: '' },
      as: ['system'],
      purpose: 'workflow',
      details: {},
    }).then(() => true, stillWaiting);
    if (sent) return;
  }
  await assignByRule(platform, news);
}

/** No guard passes yet; or somebody moved the application first, and their news brings its own follow-up. */
function stillWaiting(error: unknown): false {
  if (error instanceof Refusal && error.status === 409) return false;
  throw error;
}
