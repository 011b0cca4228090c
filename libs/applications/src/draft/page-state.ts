import { type Answers, inputsOf, type PageDefinition, type Typed, typedOf } from '#lib/forms';
import { canonicalForm, digest } from '#lib/platform';
import type { DraftContent } from './draft-content.js';

/** What stands in the inputs of a page: the saved answers, and over them what was typed and not accepted. */
export function inputsShown(page: PageDefinition, { answers, typed }: DraftContent): Typed {
  return { ...typedOf(page, answers), ...typed[page.id] };
}

/**
 * A digest of what a page shows. Sent along with the page and back with what was typed: if it no longer is that of
 * what is saved, something was saved meanwhile from another tab or device.
 */
export function pageState(page: PageDefinition, content: DraftContent): string {
  return digest(canonicalForm(inputsShown(page, content))).toString('base64url');
}

/** Whether two sets of answers say the same in the fields of a page that are typed. */
export function sameAnswers(page: PageDefinition, one: Answers, other: Answers): boolean {
  return page.fields
    .filter((field) => inputsOf(field).length > 0)
    .every(({ id }) => canonicalForm(one[id] ?? null) === canonicalForm(other[id] ?? null));
}
