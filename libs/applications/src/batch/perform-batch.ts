import { type Platform, Refusal } from '#lib/platform';
import type { Principal } from '#lib/web';
import { allowedEvents, type OfficerActor, step, type WorkflowDefinition } from '#lib/workflow';
import { asksAlong } from '../act-form/act-form.js';
import { performAct } from '../act/perform-act.js';
import { Application } from '../application/application.entity.js';
import { assignByHand } from '../assignment/assign.js';
import { findCase } from '../case-file/read-case.js';
import { wasDone } from './was-done.js';
import type { Batch, BatchItem } from './read-batch.js';

/**
 * Does to each application of a batch what was chosen, one after the other, each in a statement and with a key of its
 * own: a batch that is confirmed twice, or goes on after a crash, does each once. `officerId`: who gets them, where they
 * are assigned; the first that was said stands. What is refused is kept as the outcome of that application alone.
 */
export async function performBatch(
  platform: Platform,
  officer: Principal,
  batch: Batch,
  officerId: string | null,
): Promise<void> {
  const { manager } = platform.database;
  await manager.query(
    'UPDATE applications.batch SET begun_at = $2, assignee_id = $3 WHERE id = $1 AND begun_at IS NULL',
    [batch.id, platform.clock.now(), officerId],
  );
  const [{ assigneeId }]: [{ assigneeId: string | null }] = await manager.query(
    'SELECT assignee_id AS "assigneeId" FROM applications.batch WHERE id = $1',
    [batch.id],
  );
  for (const item of batch.items.filter(({ outcome }) => outcome === null)) {
    const outcome = await performOne(platform, officer, { ...batch, assigneeId }, item).then(
      () => 'done',
      codeOf,
    );
    await manager.query(
      'UPDATE applications.batch_item SET outcome = $3 WHERE batch_id = $1 AND application_id = $2 AND outcome IS NULL',
      [batch.id, item.applicationId, outcome],
    );
  }
}

async function performOne(
  platform: Platform,
  officer: Principal,
  { act, assigneeId }: Batch,
  { applicationId, version, idempotencyKey }: BatchItem,
): Promise<void> {
  const { manager } = platform.database;
  if (await wasDone(manager, applicationId, idempotencyKey)) return;
  if (act === 'assign') {
    const application = await manager.getRepository(Application).findOneByOrFail({ id: applicationId });
    if (application.version !== version) throw new Refusal('application-changed', 409);
    const to = { application, officer, officerId: assigneeId ?? '', version, idempotencyKey };
    return assignByHand(manager, platform, to);
  }
  const read = await findCase(manager, officer, applicationId);
  const { application, revision, standings } = read;
  if (application.version !== version) throw new Refusal('application-changed', 409);
  const roles = standings.map(({ actor }) => actor);
  const event = plainEvent(act, revision.definition.workflow, application, roles);
  if (event === undefined) throw new Refusal('not-at-this-step', 409);
  await performAct(manager, platform, {
    applicationId,
    read,
    event,
    version,
    idempotencyKey,
    actor: { kind: 'officer', id: officer.id, name: officer.name },
    as: roles,
    purpose: 'case-handling',
    details: {},
  });
}

/** National statuses an act on many leads from and to: what is new is received, what is decided is returned. */
const leads: Record<Exclude<Batch['act'], 'assign'>, { from: number[]; to: number[] }> = {
  receive: { from: [1], to: [2, 4, 6] },
  'return-result': { from: [2, 4, 6, 9], to: [10] },
};

/** The event by which an officer does it here and now, if it asks for nothing that would have to be typed or signed. */
function plainEvent(
  act: keyof typeof leads,
  workflow: WorkflowDefinition,
  { state, status }: Pick<Application, 'state' | 'status'>,
  roles: OfficerActor[],
): string | undefined {
  if (!leads[act].from.includes(status)) return undefined;
  return allowedEvents(workflow, state, roles).find(({ event, transition }) => {
    if ((transition.needs ?? []).length > 0 || asksAlong(transition)) return false;
    try {
      return leads[act].to.includes(step(workflow, state, { type: event, facts: {} }, roles).status);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  })?.event;
}

function codeOf(error: unknown): string {
  // That there is no such page is no answer to who sees its number.
  if (error instanceof Refusal) return error.code === 'not-found' ? 'not-your-application' : error.code;
  throw error;
}
