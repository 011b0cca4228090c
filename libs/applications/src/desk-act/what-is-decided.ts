import { Refusal } from '#lib/platform';
import type { CaseFile } from '../case-file/read-case.js';
import { type Outcome, proposalOf } from '../case-file/proposal-of.js';

/** What is about to be signed. */
export interface WhatIsDecided {
  outcome: Outcome;
  /** What the applicant reads; '' for an approval without words. */
  text: string;
}

/**
 * The decision that a passkey signs: what the approver typed where the transition asks for it, else what was proposed.
 * Only words meant for the applicant are taken: those typed as such, or a reason that stands beside a legal ground.
 * Refuses a refusal without words (`refusal-without-words`, 409). A fault where neither says an outcome: then the
 * workflow has a decision that nothing leads up to.
 */
export function whatIsDecided(file: CaseFile, typed: Record<string, unknown>): WhatIsDecided {
  const proposal = proposalOf(file.events);
  const outcome = (typed.outcome as Outcome | undefined) ?? proposal?.outcome;
  if (!outcome) throw new Error(`Application ${file.application.id} has nothing to decide`);
  const proposed = typed.outcome === undefined || typed.outcome === proposal?.outcome ? proposal?.text : '';
  const withGround = typed.ground === undefined ? undefined : typed.reason;
  const text = (typed.text ?? withGround ?? proposed ?? '') as string;
  if (outcome === 'refuse' && text === '') throw new Refusal('refusal-without-words', 409);
  return { outcome, text };
}
