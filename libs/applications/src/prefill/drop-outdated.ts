import { type Answers, fieldsOf, type FormDefinition, prefillKey, visibleAnswers } from '#lib/forms';
import { canonicalForm } from '#lib/platform';
import type { Sources } from './source.js';

/**
 * What the registers filled in, after the citizen saved: a value that was changed is theirs from now on, unless they
 * type back what the register said (`known`); a value that came from somewhere that no longer applies (the mother's name, taken from the applicant who now says to be the
 * father) is dropped, and the page it stood on is open again.
 */
export function dropOutdated(
  form: FormDefinition,
  before: Answers,
  after: Answers,
  sources: Sources,
  known: Answers = {},
): { answers: Answers; sources: Sources; reopened: string[] } {
  const answers = { ...after };
  const kept = { ...sources };
  for (const field of fieldsOf(form)) {
    const source = kept[field.id];
    if (!source) continue;
    const asKnown = known[field.id] !== undefined && same(known[field.id], after[field.id]);
    if (!same(before[field.id], after[field.id])) kept[field.id] = { ...source, kept: asKnown };
    else if (!source.kept) continue;
    else if (prefillKey(field, visibleAnswers(form, answers)) !== source.key) {
      delete answers[field.id];
      delete kept[field.id];
    }
  }
  const dropped = (id: string) => Object.hasOwn(after, id) && !Object.hasOwn(answers, id);
  const reopened = form.pages.filter(({ fields }) => fields.some(({ id }) => dropped(id)));
  return { answers, sources: kept, reopened: reopened.map(({ id }) => id) };
}

function same(one: unknown, other: unknown): boolean {
  return canonicalForm(one ?? null) === canonicalForm(other ?? null);
}
