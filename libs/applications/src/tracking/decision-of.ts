import type { PasskeyEvidence } from '#lib/identity';
import type { ApplicationEvent } from '../application/read-events.js';

/** What was decided, by whom, and the passkey's evidence for it. */
export interface Decision {
  outcome: 'grant' | 'refuse';
  /** To the applicant; '' for an approval without words. */
  text: string;
  at: Date;
  officer: string;
  evidence: PasskeyEvidence;
}

/** The decision among an application's events, or undefined before there is one and after it was withdrawn. */
export function decisionOf(events: ApplicationEvent[]): Decision | undefined {
  const decided = decisionEvent(events);
  if (!decided) return undefined;
  const { outcome, text, evidence } = decided.details as unknown as Decision;
  return { outcome, text, evidence, at: decided.at, officer: decided.actor.name };
}

/** The event of the decision that stands. */
export function decisionEvent(events: ApplicationEvent[]): ApplicationEvent | undefined {
  return standing(events).findLast(({ details }) => 'outcome' in details && 'evidence' in details);
}

/** What happened since an application was last ordered to be decided again: what was decided before no longer stands. */
export function standing(events: ApplicationEvent[]): ApplicationEvent[] {
  return events.slice(events.findLastIndex(({ type }) => type === 'decide-again') + 1);
}
