import { type Answer, type Answers, answerOf, isItemList } from './answer.js';
import type { FormDefinition, PageDefinition } from './definition.js';
import type { Facts, Failure, FormContext, Part, Problem, Situation } from './field-type.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { isItemsField } from './items.js';
import { tidyAnswers } from './read-page.js';
import { failuresInItem, failuresOf } from './schema.js';
import type { TextKey } from './texts.js';
import { visibleInItem, visiblePath } from './visible-path.js';

/** One thing to mend; `errorSentence` says how. `part` names the box of the field. No personal data. */
export interface FieldError {
  field: string;
  /** Where the field holds items: which one, from 0, and the field inside of it; `part` is of that one. */
  item?: { index: number; field: string };
  part?: Part;
  code: TextKey;
  facts: Facts;
}

/**
 * Checks a whole form, from drafts and from the API alike. Answers on branches that were left, and answers to fields
 * the form does not have, are dropped: `visible` is what may be filed. At most one error a field, in the form's order;
 * where a field holds items, at most one for each field of each.
 */
export function checkAnswers(
  form: FormDefinition,
  answers: unknown,
  context: FormContext,
): { errors: FieldError[]; visible: Answers } {
  const path = visiblePath(form, tidyAnswers(form, answers));
  const failures = failuresOf(form, path);
  const situation = { answers: path.answers, context, lists: form.lists ?? {} };
  const errors = path.pages.flatMap(({ fields }) =>
    fields.flatMap((field) => errorsOf(field, path.answers, failures.get(field.id), situation)),
  );
  return { errors, visible: path.answers };
}

/** What is wrong with one field; `answers` is what it is answered in: the form's, or an item. */
function errorsOf(
  field: FieldDefinition,
  answers: Answers,
  failed: Failure[] | undefined,
  situation: Situation,
): FieldError[] {
  const answer = answerOf(answers, field.id);
  if (isItemsField(field) && isItemList(answer)) return errorsInItems(field, answer, failed ?? [], situation);
  const problem = problemOf(field, answer, failed, situation);
  return problem ? [{ facts: {}, ...problem, field: field.id }] : [];
}

function problemOf(
  field: FieldDefinition,
  answer: Answer | undefined,
  failed: Failure[] | undefined,
  situation: Situation,
): Problem | undefined {
  const type = typeOf(field);
  if (failed) return answer === undefined ? { code: type.missing } : type.explain(failed, answer, field);
  return answer === undefined ? undefined : type.check?.(answer, field, situation);
}

/** Too few or too many first, then what is wrong in each, as if it stood on a page of its own. */
function errorsInItems(
  field: FieldDefinition & { fields: FieldDefinition[] },
  items: Answers[],
  failed: Failure[],
  situation: Situation,
): FieldError[] {
  const whole = failed.filter(({ path }) => path.length === 0);
  const problem = whole.length > 0 ? typeOf(field).explain(whole, items, field) : undefined;
  const inside = items.flatMap((item, index) => {
    const inner = failuresInItem(failed, index);
    const answers = { ...situation.answers, ...item };
    return visibleInItem(field, item, situation.answers).flatMap((each) =>
      errorsOf(each, item, inner.get(each.id), { ...situation, answers }).map((error) => ({
        ...error,
        field: field.id,
        item: { index, field: each.id },
      })),
    );
  });
  return problem ? [{ facts: {}, ...problem, field: field.id }, ...inside] : inside;
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
