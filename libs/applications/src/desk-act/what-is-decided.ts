import type { CaseFile } from '../case-file/read-case.js';
import { type Outcome, proposalOf } from '../case-file/proposal-of.js';

/** What is about to be signed. */
export interface WhatIsDecided {
  outcome: Outcome;
  text: string;
}

/**
 * The decision that a passkey signs: what the approver typed where the transition asks for it, else what was proposed.
 * A fault where neither says an outcome: then the workflow has a decision that nothing leads up to.
 */
export function whatIsDecided(file: CaseFile, typed: Record<string, unknown>): WhatIsDecided {
  const proposal = proposalOf(file.events);
  const outcome = (typed.outcome as Outcome | undefined) ?? proposal?.outcome;
  if (!outcome) throw new Error(`Application ${file.application.id} has nothing to decide`);
  const text = (typed.text ?? typed.reason ?? proposal?.text ?? '') as string;
  return { outcome, text };
}
