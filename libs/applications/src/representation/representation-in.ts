import { namesOf, type OpenMandate, type Representation, representationOf } from '#lib/identity';
import type { Language, Tx } from '#lib/platform';
import type { ApplicationEvent } from '../application/read-events.js';
import { capacityWords } from './capacity-words.js';
import { texts } from './texts.js';

/** Who acts for whom, as it is signed and kept with the event. */
export interface StatedRepresentation extends Representation {
  /** Person id of whoever acts. */
  representedBy: string;
  /** Their name then; absent from what was stated before names were. */
  representedByName?: string;
}

/** What is to be stated where a person acts under a mandate. */
export async function stateRepresentation(
  tx: Tx,
  mandate: OpenMandate,
  representedBy: string,
): Promise<StatedRepresentation> {
  const name = (await namesOf(tx, [representedBy])).get(representedBy);
  return { ...representationOf(mandate), representedBy, ...(name && { representedByName: name }) };
}

/** Who was acted for in an event, and as what; undefined where everybody acted for themselves. */
export function representationIn({
  details,
}: Pick<ApplicationEvent, 'details'>): StatedRepresentation | undefined {
  return details.representation as StatedRepresentation | undefined;
}

/** The same of an application, by the event of its filing. */
export function representationOfCase(events: ApplicationEvent[]): StatedRepresentation | undefined {
  return events[0] && representationIn(events[0]);
}

/** "For Nguyễn Minh Anh. Filed by a parent for a child under 14."; of whoever only helped, their name as well. */
export function representationWords(
  language: Language,
  { name, kind, representedByName }: StatedRepresentation,
): string {
  const t = texts(language);
  const capacity = capacityWords(language, kind);
  if (kind !== 'assistant') return t('in-words', { name, capacity });
  const helper = representedByName ? `${representedByName} · ${capacity}` : capacity;
  return t('in-words-assistant', { name, capacity: helper });
}
