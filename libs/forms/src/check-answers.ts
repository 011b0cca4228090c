import { type Answers, answerOf } from './answer.js';
import type { FormDefinition, PageDefinition } from './definition.js';
import type { Facts, FormContext, Part } from './field-type.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { tidyAnswers } from './read-page.js';
import { failuresOf } from './schema.js';
import type { TextKey } from './texts.js';
import { visiblePath } from './visible-path.js';

/** One thing to mend; `errorSentence` says how. `part` names the box of the field. No personal data. */
export interface FieldError {
  field: string;
  part?: Part;
  code: TextKey;
  facts: Facts;
}

/**
 * Checks a whole form, from drafts and from the API alike. Answers on branches that were left, and answers to fields
 * the form does not have, are dropped: `visible` is what may be filed. At most one error a field, in the form's order.
 */
export function checkAnswers(
  form: FormDefinition,
  answers: unknown,
  context: FormContext,
): { errors: FieldError[]; visible: Answers } {
  const path = visiblePath(form, tidyAnswers(form, answers));
  const failures = failuresOf(form, path);
  const situation = { answers: path.answers, context, lists: form.lists ?? {} };

  const problemOf = (field: FieldDefinition) => {
    const type = typeOf(field);
    const answer = answerOf(path.answers, field.id);
    const failed = failures.get(field.id);
    if (failed) return answer === undefined ? { code: type.missing } : type.explain(failed, answer, field);
    return answer === undefined ? undefined : type.check?.(answer, field, situation);
  };

  const errors = path.pages.flatMap(({ fields }) =>
    fields.flatMap((field) => {
      const problem = problemOf(field);
      return problem ? [{ facts: {}, ...problem, field: field.id }] : [];
    }),
  );
  return { errors, visible: path.answers };
}

/** Checks one page. `answers` are those of the whole form with this page's posted over them. */
export function checkPage(
  form: FormDefinition,
  page: PageDefinition,
  answers: Answers,
  context: FormContext,
): FieldError[] {
  return checkAnswers(form, answers, context).errors.filter(({ field }) =>
    page.fields.some(({ id }) => id === field),
  );
}

/** The first page that still asks for something; undefined if the form can be filed. */
export function firstUnfinishedPage(
  form: FormDefinition,
  answers: Answers,
  context: FormContext,
): PageDefinition | undefined {
  const [first] = checkAnswers(form, answers, context).errors;
  return first && form.pages.find((page) => page.fields.some(({ id }) => id === first.field));
}
