import { type Answer, type Answers, answerOf } from './answer.js';
import { holds } from './condition.js';
import type { PageDefinition } from './definition.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { tidyAnswer } from './read-page.js';

/** The key of the registers a field is filled from now, such as `spouse.name`; undefined if from none. */
export function prefillKey(field: FieldDefinition, answers: Answers): string | undefined {
  const sources = [field, ...(field.prefillOr ?? [])];
  return sources.find(({ prefill, prefillWhen }) => prefill && (!prefillWhen || holds(prefillWhen, answers)))
    ?.prefill;
}

/**
 * What the registers know of a page's unanswered fields, by field id, each with the key it came from so that the
 * source can be shown beside it. `valueOf` gives the value of a key in the shape of an answer, if it is known.
 */
export function prefillPage(
  page: PageDefinition,
  answers: Answers,
  valueOf: (key: string) => unknown,
): Record<string, { key: string; answer: Answer }> {
  const found: Record<string, { key: string; answer: Answer }> = {};
  for (const field of page.fields) {
    const key = prefillKey(field, answers);
    if (key === undefined || answerOf(answers, field.id) !== undefined) continue;
    const answer = tidyAnswer(field, valueOf(key));
    if (typeOf(field).holds(answer)) found[field.id] = { key, answer };
  }
  return found;
}
