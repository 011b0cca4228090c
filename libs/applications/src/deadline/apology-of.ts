import type { ApplicationEvent } from '../application/read-events.js';

/** The letter of apology of an application. */
export interface Apology {
  at: Date;
  sequence: number;
  officer: string;
  reason: string;
  /** The deadline it was written before. */
  dueAt: Date;
  promisedAt: Date;
  /** Hash of the event, in hexadecimal: what the letter can be checked against. */
  hash: string;
}

/** The apology among the events, or undefined where there was none. */
export function apologyOf(events: ApplicationEvent[]): Apology | undefined {
  const event = events.findLast(({ type }) => type === 'apologise');
  if (!event) return undefined;
  const { reason, from, to } = event.details as unknown as { reason: string; from: string; to: string };
  return {
    at: event.at,
    sequence: event.sequence,
    officer: event.actor.name,
    reason,
    dueAt: new Date(from),
    promisedAt: new Date(to),
    hash: event.hash.toString('hex'),
  };
}
