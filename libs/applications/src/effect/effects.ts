import type { TaskList } from 'graphile-worker';
import type { Platform } from '#lib/platform';
import type { EffectName } from '#lib/workflow';
import { openChildren, stopChildren } from '../children/children-effects.js';
import { askAgencies, closeConsultations } from '../consultation/consultation-effects.js';
import { reopenOriginal } from '../link/reopen-original.js';
import { replaceResult } from '../link/replace-result.js';
import { requestFee, returnFee } from '../payment/fee-effects.js';
import { inviteRating } from '../rating/invite-rating.js';
import { issueResult } from '../result/issue-result.js';

/** The event an effect follows from. */
export interface EffectOf {
  applicationId: string;
  sequence: number;
}

/** Carries an effect out. It may run again after it succeeded: what it does is the same for the same event. */
export type EffectHandler = (platform: Platform, event: EffectOf) => Promise<void>;

/** What each effect a workflow may name does. */
export const effectHandlers: Readonly<Record<EffectName, EffectHandler>> = {
  consult: askAgencies,
  'close-consultations': closeConsultations,
  'request-payment': requestFee,
  'refund-payment': returnFee,
  'reopen-original': reopenOriginal,
  'replace-result': replaceResult,
  'open-children': openChildren,
  'stop-children': stopChildren,
  'issue-result': issueResult,
  'invite-rating': inviteRating,
};

/** A job for each effect, `effect-consult` and so on: one that fails is tried again alone. */
export function effectTasks(platform: Platform): TaskList {
  return Object.fromEntries(
    Object.entries(effectHandlers).map(([name, handle]) => [
      `effect-${name}`,
      (payload: unknown) => handle(platform, payload as EffectOf),
    ]),
  );
}
