import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { NationalStatus, StateValue } from '#lib/workflow';
import { type EventActor, sealEvent } from '../application/event.js';
import { inPlaceOf } from '../absence/in-place-of.js';
import { type CommonActType, commonAct, commonPast } from './common-acts.js';
import { readForActOrFail } from './read-for-act.js';
import { refuseConflict } from './refuse-own-matter.js';
import { refuseUnlessRepeated } from './refuse-unless-repeated.js';
import { type RowChange, type StepWrite, storeStep } from './store-step.js';

/** Something that happens to an application beside its workflow: it is assigned, moved to another agency, extended. */
export interface CommonAct {
  applicationId: string;
  type: CommonActType;
  /** The version of the application that whoever acts has seen. */
  version: number;
  /** Made with the form that is posted, so that a repeated POST is one act. */
  idempotencyKey: string;
  actor: EventActor;
  purpose: string;
  /** What the act says, and what its words name (`assignee`, `agency`): texts, or texts in each language. */
  details: Record<string, unknown>;
  /** What it changes in the row; by default nothing but the version. */
  change?: RowChange;
  /** Where the application stands under another revision: only a migration says so. */
  moved?: { state: StateValue; status: NationalStatus };
  /** What else is written exactly when the act is. */
  writes?: StepWrite[];
}

/**
 * Records an act that does not move the workflow, in the same one statement as `performAct`. Who may do it, the caller
 * has checked. The same idempotency key again is the same act and changes nothing.
 * Refuses an officer whose own matter it is (`own-matter`, 403), an application that has ended
 * (`event-not-allowed-now`, 409) where the act is not one for that, and a version that is no longer the last
 * (`application-changed`, 409).
 */
export async function recordAct(tx: Tx, platform: Platform, act: CommonAct): Promise<void> {
  const { application, conflict } = await readForActOrFail(tx, act);
  refuseConflict(conflict);
  if (application.version !== act.version) return refuseUnlessRepeated(tx, act);
  const { told, afterEnd } = commonAct(act.type);
  if (application.waitsFor === 'nobody' && !afterEnd)
    throw new Refusal('event-not-allowed-now', 409, { event: act.type });
  const { state: to, status } = act.moved ?? application;
  const event = sealEvent(
    platform.config.secrets.encryptionKey,
    {
      applicationId: application.id,
      sequence: act.version + 1,
      type: act.type,
      at: platform.clock.now(),
      actor: act.actor,
      agencyId: application.agencyId,
      purpose: act.purpose,
      from: application.state,
      to,
      status,
      idempotencyKey: act.idempotencyKey,
    },
    {
      ...act.details,
      past: commonPast(act.type, act.details),
      told,
      ...(await inPlaceOf(tx, platform, application, act.actor)),
    },
    application.headHash,
  );
  const stored = await storeStep(tx, application, event, act.change ?? {}, act.writes);
  if (!stored) return refuseUnlessRepeated(tx, act);
}
