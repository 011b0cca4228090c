import type { Representation } from '#lib/identity';
import type { Language } from '#lib/platform';
import type { ApplicationEvent } from '../application/read-events.js';
import { capacityWords } from './capacity-words.js';
import { texts } from './texts.js';

/** Who was acted for in an event, and as what; undefined where everybody acted for themselves. */
export function representationIn({ details }: Pick<ApplicationEvent, 'details'>): Representation | undefined {
  return details.representation as Representation | undefined;
}

/** The same of an application, by the event of its filing. */
export function representationOfCase(events: ApplicationEvent[]): Representation | undefined {
  return events[0] && representationIn(events[0]);
}

/** "For Nguyễn Minh Anh. Filed by a parent for a child under 14." */
export function representationWords(language: Language, { name, kind }: Representation): string {
  return texts(language)(kind === 'assistant' ? 'in-words-assistant' : 'in-words', {
    name,
    capacity: capacityWords(language, kind),
  });
}
