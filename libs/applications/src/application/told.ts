import type { ApplicationEvent } from './read-events.js';

/**
 * Who is told of an event: `inbox`, the citizen, by an entry of its own; `timeline`, whoever reads the history;
 * `officers`, they alone.
 */
export type Told = 'inbox' | 'timeline' | 'officers';

/** Who is told of an event. Those of before this was said are told to everybody. */
export function toldOf({ details }: Pick<ApplicationEvent, 'details'>): Told {
  return (details.told as Told | undefined) ?? 'inbox';
}

/** The events that are the citizen's to read. */
export function toldToCitizen(events: ApplicationEvent[]): ApplicationEvent[] {
  return events.filter((event) => toldOf(event) !== 'officers');
}
