import { legalDate, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { standInsAt } from '../absence/absences-at.js';
import { recordAct } from '../act/record-act.js';
import type { Application } from '../application/application.entity.js';
import { type NamedCandidate, readCandidates } from './read-candidates.js';

/** What an officer says about whose an application is, on what they have seen, and with which key. */
export interface AssignmentBy {
  application: Application;
  officer: Pick<Principal, 'id' | 'name' | 'roles'>;
  version: number;
  idempotencyKey: string;
}

/**
 * Gives an application to an officer, as an administrator of its agency or somebody who decides there; it goes to whoever
 * stands in for an officer who is away.
 * Refuses others (`actor-not-allowed`, 403), an officer who may not work on it (`officer-not-eligible`, 422), one who is
 * away while nobody stands in (`officer-away`, 422), one whose it is already (`already-assigned`, 409), and what
 * `recordAct` refuses.
 */
export async function assignByHand(
  tx: Tx,
  platform: Platform,
  { officerId, ...by }: AssignmentBy & { officerId: string },
): Promise<void> {
  if (!mayAssign(by.officer, by.application.agencyId))
    throw new Refusal('actor-not-allowed', 403, { event: 'assign' });
  const { assignee, insteadOf } = await whoGetsIt(tx, platform, by.application, officerId);
  if (assignee.id === by.application.assignedTo) throw new Refusal('already-assigned', 409);
  await record(tx, platform, by, 'assign', assignee, insteadOf === undefined ? {} : { insteadOf });
}

/**
 * An officer takes an application on: one that is nobody's, or with a reason that of somebody else.
 * Refuses whoever may not work on it (`actor-not-allowed`, 403), somebody else's without a reason (`reason-needed`, 422),
 * one's own (`already-assigned`, 409), and what `recordAct` refuses.
 */
export async function takeOver(
  tx: Tx,
  platform: Platform,
  { reason, ...by }: AssignmentBy & { reason: string },
): Promise<void> {
  const { application, officer } = by;
  const candidates = await readCandidates(tx, platform, application);
  const assignee = candidates.find(({ id }) => id === officer.id);
  if (!assignee) throw new Refusal('actor-not-allowed', 403, { event: 'take-over' });
  if (application.assignedTo === officer.id) throw new Refusal('already-assigned', 409);
  if (application.assignedTo !== null && reason === '') throw new Refusal('reason-needed', 422);
  await record(tx, platform, by, 'take-over', assignee, reason === '' ? {} : { reason });
}

/**
 * An officer gives an application back, so that it is nobody's, and says why.
 * Refuses an application that is not theirs (`actor-not-allowed`, 403), no reason (`reason-needed`, 422), and what
 * `recordAct` refuses.
 */
export async function giveBack(
  tx: Tx,
  platform: Platform,
  { reason, ...by }: AssignmentBy & { reason: string },
): Promise<void> {
  if (by.application.assignedTo !== by.officer.id)
    throw new Refusal('actor-not-allowed', 403, { event: 'give-back' });
  if (reason === '') throw new Refusal('reason-needed', 422);
  await record(tx, platform, by, 'give-back', { id: null, fullName: by.officer.name }, { reason });
}

/** Whether an officer says whose the work of an agency is: its administrators do, and whoever decides there. */
export function mayAssign({ roles }: Pick<Principal, 'roles'>, agencyId: string): boolean {
  return roles.some(
    (held) => held.agencyId === agencyId && (held.role === 'approver' || held.role === 'administrator'),
  );
}

/** The officer meant, or who stands in for them today. */
async function whoGetsIt(
  tx: Tx,
  platform: Platform,
  application: Application,
  officerId: string,
): Promise<{ assignee: NamedCandidate; insteadOf?: string }> {
  const candidates = await readCandidates(tx, platform, application);
  const meant = candidates.find(({ id }) => id === officerId);
  if (!meant) throw new Refusal('officer-not-eligible', 422);
  const standIns = await standInsAt(tx, application.agencyId, legalDate(platform.clock.now()));
  if (!standIns.has(meant.id)) return { assignee: meant };
  const assignee = candidates.find(({ id }) => id === standIns.get(meant.id));
  if (!assignee) throw new Refusal('officer-away', 422);
  return { assignee, insteadOf: meant.fullName };
}

async function record(
  tx: Tx,
  platform: Platform,
  { application, officer, version, idempotencyKey }: AssignmentBy,
  type: 'assign' | 'take-over' | 'give-back',
  assignee: { id: string | null; fullName: string },
  more: Record<string, unknown>,
): Promise<void> {
  await recordAct(tx, platform, {
    applicationId: application.id,
    type,
    version,
    idempotencyKey,
    actor: { kind: 'officer', id: officer.id, name: officer.name },
    purpose: 'case-handling',
    details: { assignee: assignee.fullName, assigneeId: assignee.id, ...more },
    change: { assignedTo: assignee.id },
  });
}
