import { type PageDefinition, visiblePages } from '#lib/forms';
import type { DraftReading } from './read-draft.js';

/**
 * The first page to show on the way to the last look: one with something to mend, or one that was never sent, so that
 * nothing filled in from a register and nothing optional goes by unseen. Undefined if there is none.
 */
export function unfinishedPage(reading: DraftReading): PageDefinition | undefined {
  return unfinishedPages(reading)[0];
}

/** All of them, in the order of the form. */
export function unfinishedPages({ form, content, errors }: DraftReading): PageDefinition[] {
  const wrong = new Set(errors.map(({ field }) => field));
  return visiblePages(form, content.answers).filter(
    ({ id, fields }) => !content.done.includes(id) || fields.some((field) => wrong.has(field.id)),
  );
}
