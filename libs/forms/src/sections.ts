import type { Localised } from '#lib/platform';
import { comparisonsIn, type Condition } from './condition.js';
import type { FormDefinition, PageDefinition } from './definition.js';
import type { Lists } from './field-type.js';
import type { FieldDefinition } from './field-types.js';
import { innerFields } from './items.js';

/** Pages that are read and answered together, under one title. */
export interface Section {
  title: Localised;
  pages: PageDefinition[];
}

/** From so many named sections and pages on, a form is too long to be walked through in one go. */
const long = { sections: 4, pages: 12 };

/** Whether a form shows its sections and lets people choose which to answer next; a definition may say so or not. */
export function hasTaskList({ taskList, pages }: FormDefinition): boolean {
  const named = sectionsOf(pages).filter((section) => section.pages[0]?.section);
  return taskList ?? (pages.length >= long.pages && named.length >= long.sections);
}

/** Pages that follow each other and name the same section; a page that names none stands under its own title. */
export function sectionsOf(pages: PageDefinition[]): Section[] {
  const sections: Section[] = [];
  for (const page of pages) {
    const last = sections.at(-1);
    if (page.section && last?.pages[0]?.section && last.title.vi === page.section.vi) last.pages.push(page);
    else sections.push({ title: page.section ?? page.title, pages: [page] });
  }
  return sections;
}

/** Whether one page follows the other within a section. */
export function areOfOneSection(
  { pages }: FormDefinition,
  one: PageDefinition,
  other: PageDefinition,
): boolean {
  return sectionsOf(pages).some((section) => section.pages.includes(one) && section.pages.includes(other));
}

/** The fields that decide what the pages of a section ask, offer, take from registers or accept. */
export function fieldsDecidingOn({ pages }: Section, { lists = {} }: FormDefinition): Set<string> {
  return new Set(pages.flatMap(({ when, fields }) => [...decidingIn(when), ...lookedAt(fields, lists)]));
}

function lookedAt(fields: FieldDefinition[], lists: Lists): string[] {
  return fields.flatMap((field) => [
    ...decidingIn(field.when),
    ...decidingIn(field.prefillWhen),
    ...(field.prefillOr ?? []).flatMap(({ prefillWhen }) => decidingIn(prefillWhen)),
    ...('list' in field ? (lists[field.list] ?? []).flatMap(({ when }) => decidingIn(when)) : []),
    ...('notAfter' in field && field.notAfter ? [field.notAfter] : []),
    ...('notBefore' in field && field.notBefore ? [field.notBefore] : []),
    ...lookedAt(innerFields(field), lists),
  ]);
}

function decidingIn(condition: Condition | undefined): string[] {
  return condition ? comparisonsIn(condition).map(({ field }) => field) : [];
}
