import type { Answers } from './answer.js';
import type { FormDefinition, PageDefinition } from './definition.js';
import { fieldsDecidingOn, type Section, sectionsOf } from './sections.js';
import { visiblePages } from './visible-path.js';

/** How far a section is. */
export type SectionStanding = {
  section: Section;
} /** What it asks depends on sections that are not complete. */ & (
  | { state: 'blocked'; after: Section[] }
  /** `page` is the first that is not done; of a complete section, its first. */
  | { state: 'not-started' | 'begun' | 'complete'; page: PageDefinition }
);

/** What is known of a page besides its answers. */
export interface PageProgress {
  isStarted(page: PageDefinition): boolean;
  isDone(page: PageDefinition): boolean;
}

/**
 * How far each section of a form is; one that asks nothing of these answers is left out. The first that is not complete
 * is never blocked. What was begun stays open even if something before it is open again.
 */
export function sectionStandings(
  form: FormDefinition,
  answers: Answers,
  { isStarted, isDone }: PageProgress,
): SectionStanding[] {
  const visible = new Set(visiblePages(form, answers));
  const standings: SectionStanding[] = [];
  for (const section of sectionsOf(form.pages)) {
    const pages = section.pages.filter((page) => visible.has(page));
    const [first] = pages;
    const started = pages.some(isStarted);
    const after = started ? [] : incompleteBefore(section, form, standings);
    if (after.length > 0) standings.push({ section, state: 'blocked', after });
    else if (first) {
      const page = pages.find((each) => !isDone(each));
      const state = !page ? 'complete' : started ? 'begun' : 'not-started';
      standings.push({ section, state, page: page ?? first });
    }
  }
  return standings;
}

/** The sections that decide what one asks, as far as they are not complete. */
function incompleteBefore(section: Section, form: FormDefinition, standings: SectionStanding[]): Section[] {
  const deciding = fieldsDecidingOn(section, form);
  return standings
    .filter(({ state }) => state !== 'complete')
    .map((standing) => standing.section)
    .filter(({ pages }) => pages.some(({ fields }) => fields.some(({ id }) => deciding.has(id))));
}
