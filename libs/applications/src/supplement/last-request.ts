import type { ApplicationEvent } from '../application/read-events.js';
import type { SupplementItem } from './supplement-item.js';

/** What an officer asks the citizen for. */
export interface SupplementRequest {
  items: SupplementItem[];
  note?: string;
  at: Date;
}

/** The last request for supplements among an application's events, or undefined. */
export function lastRequest(events: ApplicationEvent[]): SupplementRequest | undefined {
  const asked = events.findLast(({ details }) => Array.isArray(details.items));
  if (!asked) return undefined;
  const { items, note } = asked.details as unknown as SupplementRequest;
  return { items, at: asked.at, ...(note && { note }) };
}
