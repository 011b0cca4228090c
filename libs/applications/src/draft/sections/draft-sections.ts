import { type SectionStanding, sectionStandings } from '#lib/forms';
import type { DraftReading } from '../read-draft.js';
import { unfinishedPages } from '../unfinished-page.js';

/** How far each section of a draft is. A page is begun once something is said on it, by the citizen or a register. */
export function draftSections(reading: DraftReading): SectionStanding[] {
  const { form, content } = reading;
  const unfinished = new Set(unfinishedPages(reading));
  return sectionStandings(form, content.answers, {
    isDone: (page) => !unfinished.has(page),
    isStarted: ({ id, fields }) =>
      content.done.includes(id) ||
      content.typed[id] !== undefined ||
      fields.some((field) => content.answers[field.id] !== undefined),
  });
}
