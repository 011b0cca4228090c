import { v5 } from 'uuid';
import { revisionById } from '#lib/catalogue';
import type { Platform, Tx } from '#lib/platform';
import { performAct } from '../act/perform-act.js';
import { Application } from '../application/application.entity.js';
import { activeStates } from './active-states.js';
import type { LegalEvent } from './legal-stage.js';
import { raiseAlarm } from './raise-alarm.js';
import type { DeadlineNews } from './sweep-deadlines.js';

/**
 * Does what the clock does when a deadline has come: sends the event of a step, as the system, or tells whoever the law
 * of deadlines concerns. A job that runs twice acts once: what was done has set the deadline anew, and the key of the
 * act follows from it. What cannot be done stays a failing job, to be looked at.
 */
export async function meetDeadline(platform: Platform, news: DeadlineNews): Promise<void> {
  const tx = platform.database.manager;
  const [row]: { due_at: Date; event: string }[] = await tx.query(
    'SELECT due_at, event FROM applications.deadline WHERE application_id = $1 AND kind = $2 AND path = $3',
    [news.applicationId, news.kind, news.path],
  );
  const dueAt = new Date(news.dueAt);
  if (!row || row.due_at.getTime() !== dueAt.getTime()) return;
  const application = await tx.getRepository(Application).findOneByOrFail({ id: news.applicationId });
  const { event } = row;
  const idempotencyKey = v5(`deadline/${news.path}/${event}/${dueAt.toISOString()}`, application.id);
  if (news.kind === 'legal')
    return raiseAlarm(tx, platform, { application, event: event as LegalEvent, idempotencyKey });
  const { definition } = await revisionById(tx, application.revisionId);
  const due = activeStates(definition.workflow, application.state).some(
    ({ path, state }) => path === news.path && state.deadline?.send === event,
  );
  if (!due) return forget(tx, news);
  const [done]: unknown[] = await tx.query(
    'SELECT 1 FROM applications.event WHERE application_id = $1 AND idempotency_key = $2',
    [application.id, idempotencyKey],
  );
  if (done) return;
  await performAct(tx, platform, {
    applicationId: application.id,
    event,
    version: application.version,
    idempotencyKey,
    actor: { kind: 'system', id: null, name: '' },
    as: ['system'],
    purpose: 'workflow',
    met: news.path,
    details: { deadline: { path: news.path, dueAt: dueAt.toISOString() } },
  });
}

/** A deadline of a state that is left behind, or that the revision an application was moved to does not know. */
async function forget(tx: Tx, { applicationId, kind, path }: DeadlineNews): Promise<void> {
  await tx.query('DELETE FROM applications.deadline WHERE application_id = $1 AND kind = $2 AND path = $3', [
    applicationId,
    kind,
    path,
  ]);
}
