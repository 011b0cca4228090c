import type { Localised } from '#lib/platform';
import { foldForSearch } from '../search/fold.js';

/** `data/life-events.yaml`: where people look for a procedure. */
export interface LifeEvents {
  events: LifeEvent[];
  /** Slugs of the fields that no event takes whole. */
  otherFields: string[];
}

export interface LifeEvent {
  /** Stands in addresses, never changes. */
  id: string;
  group: 'life' | 'business';
  title: Localised;
  description: Localised;
  /** Slugs of fields taken whole. */
  fields?: string[];
  /** Of a field, the procedures whose title holds one of the words; case and accents do not matter. */
  parts?: { field: string; words: string[] }[];
}

/** Whether an event leads to a procedure. */
export function leadsTo(event: LifeEvent, procedure: { title: string; fieldSlug: string }): boolean {
  if (event.fields?.includes(procedure.fieldSlug)) return true;
  const parts = event.parts?.filter((part) => part.field === procedure.fieldSlug) ?? [];
  if (parts.length === 0) return false;
  const title = foldForSearch(procedure.title);
  return parts.some((part) => part.words.some((word) => title.includes(foldForSearch(word))));
}
