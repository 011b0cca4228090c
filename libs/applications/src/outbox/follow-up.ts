import { v5 } from 'uuid';
import { revisionById } from '#lib/catalogue';
import { type Platform, Refusal } from '#lib/platform';
import { allowedEvents } from '#lib/workflow';
import { performAct } from '../act/perform-act.js';
import { Application } from '../application/application.entity.js';
import type { ApplicationNews } from './relay-outbox.js';

/**
 * The system's own part of a workflow: where the state now allows the system an event (such as delivering a result),
 * it sends it. The idempotency key follows from the news, so that a job that runs twice acts once.
 */
export async function followUp(platform: Platform, news: ApplicationNews): Promise<void> {
  const tx = platform.database.manager;
  const application = await tx.getRepository(Application).findOneByOrFail({ id: news.applicationId });
  if (application.version !== news.sequence) return;
  const { definition } = await revisionById(tx, application.revisionId);
  const [next] = allowedEvents(definition.workflow, application.state, ['system']);
  if (!next) return;
  await performAct(tx, platform, {
    applicationId: application.id,
    event: next.event,
    version: application.version,
    idempotencyKey: v5(`${news.sequence}/${next.event}`, application.id),
    actor: { kind: 'system', id: null, name: '' },
    as: ['system'],
    purpose: 'workflow',
    details: {},
  }).catch((error: unknown) => {
    // Somebody moved the application first; their news brings its own follow-up.
    if (!(error instanceof Refusal && error.status === 409)) throw error;
  });
}
