import type { ApplicationEvent } from '../application/read-events.js';
import { decisionEvent, standing } from '../tracking/decision-of.js';

/** A result as it was handed over, or as it was put right since. */
export interface ResultVersion {
  /** 1 is the first. */
  number: number;
  /** Of the event from which it stands: the answers it shows are those of this version of the application. */
  sequence: number;
  /** What put it right; undefined for the first. */
  correction?: Correction;
  /** What replaced it; undefined for the one in force. */
  replacedBy?: Correction;
}

export interface Correction {
  at: Date;
  /** Of the application that asked for it. */
  number: string;
  linked: string;
  /** What the officer wrote with the decision; '' for nothing. */
  words: string;
  officer: string;
  /** Ids of the fields whose answers it changed. */
  changed: string[];
}

/** The versions of a result, the first first; none before there is one. */
export function resultVersions(events: ApplicationEvent[]): ResultVersion[] {
  const decided = decisionEvent(events);
  if (!decided) return [];
  const corrections = standing(events).filter(({ type }) => type === 'replace-result');
  return [decided, ...corrections].map((event, index) => {
    const next = corrections[index];
    return {
      number: index + 1,
      sequence: event.sequence,
      ...(index > 0 && { correction: correctionOf(event) }),
      ...(next && { replacedBy: correctionOf(next) }),
    };
  });
}

function correctionOf({ at, details }: ApplicationEvent): Correction {
  return { ...(details as unknown as Omit<Correction, 'at'>), at };
}
