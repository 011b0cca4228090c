import type { ItemList } from './item-lists.js';
import type { Place } from './places-in.js';

/** A few of a text's places and lists that are changed together. */
export interface EditablePart {
  /** As in addresses: `general`, `papers`, `result`, `lists`, `pages`, or a page of the form by its number from 0. */
  name: string;
  places: Place[];
  lists: ItemList[];
}

/** The places and lists of a text by what they are about: the terms first, then papers, pages of the form and lists. */
export function partsOf(places: Place[], lists: ItemList[]): EditablePart[] {
  const parts = new Map<string, EditablePart>();
  const partAt = (path: string) => {
    const name = partOf(path);
    const part = parts.get(name) ?? { name, places: [], lists: [] };
    parts.set(name, part);
    return part;
  };
  for (const place of places) partAt(place.path).places.push(place);
  for (const list of lists) partAt(list.path).lists.push(list);
  return [...parts.values()];
}

function partOf(path: string): string {
  const [top, second, third] = path.split('/');
  if (top === 'papers' || top === 'result') return top;
  if (top !== 'form') return top === 'workflow' && second !== undefined ? 'workflow' : 'general';
  if (second !== 'pages') return 'lists';
  return third === undefined ? 'pages' : `page-${third}`;
}
