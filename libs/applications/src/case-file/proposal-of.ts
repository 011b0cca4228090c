import type { ApplicationEvent } from '../application/read-events.js';
import { standing } from '../tracking/decision-of.js';

export type Outcome = 'grant' | 'refuse';

/** What a case officer proposes to decide, and why. */
export interface Proposal {
  outcome: Outcome;
  /** Between officers. */
  reason: string;
  /** The words meant for the applicant; '' where there are none. The reason is never theirs to read. */
  text: string;
  officer: string;
  at: Date;
}

/** The last proposal among an application's events, or undefined before the first and once it is to be decided again. */
export function proposalOf(events: ApplicationEvent[]): Proposal | undefined {
  const proposed = standing(events).findLast(
    ({ details }) => 'outcome' in details && !('evidence' in details),
  );
  if (!proposed) return undefined;
  const { outcome, reason, text } = proposed.details as unknown as {
    outcome: Outcome;
    reason: string;
    text?: string;
  };
  return { outcome, reason, text: text ?? '', officer: proposed.actor.name, at: proposed.at };
}
