import type { Place } from './places-in.js';

/** A few of a text's places that are changed together. */
export interface EditablePart {
  /** As in addresses: `general`, `papers`, `result`, `lists`, or a page of the form by its number from 0. */
  name: string;
  places: Place[];
}

/** The places of a text by what they are about: the terms first, then papers, pages of the form and lists. */
export function partsOf(places: Place[]): EditablePart[] {
  const parts = new Map<string, Place[]>();
  for (const place of places) {
    const name = partOf(place);
    parts.set(name, [...(parts.get(name) ?? []), place]);
  }
  return [...parts].map(([name, own]) => ({ name, places: own }));
}

function partOf({ path }: Place): string {
  const [top, second, third] = path.split('/');
  if (top === 'papers' || top === 'result') return top;
  if (top !== 'form') return top === 'workflow' && second !== undefined ? 'workflow' : 'general';
  return second === 'pages' ? `page-${third}` : 'lists';
}
