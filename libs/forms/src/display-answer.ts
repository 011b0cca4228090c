import type { Language } from '#lib/platform';
import type { Answer, Answers } from './answer.js';
import { holds } from './condition.js';
import type { FormDefinition } from './definition.js';
import type { Choice, PlaceNames } from './field-type.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { texts } from './texts.js';

/** An answer in words, for the citizen's last look and for the desk; "not provided" if there is none. */
export function displayAnswer(
  language: Language,
  form: FormDefinition,
  field: FieldDefinition,
  answer: Answer | undefined,
  names: PlaceNames,
): string {
  if (answer === undefined) return texts(language)('not-provided');
  const type = typeOf(field);
  if (!type.holds(answer)) return typeof answer === 'object' ? '' : String(answer);
  return type.display(answer, field, { language, names, lists: form.lists ?? {} });
}

/** What can be chosen in a field, in the order to show it; [] for fields that are typed. */
export function choicesOf(
  language: Language,
  form: FormDefinition,
  field: FieldDefinition,
  answers: Answers,
): Choice[] {
  const choices = typeOf(field).choices?.(field, form.lists ?? {}, language) ?? [];
  return choices
    .filter(({ when }) => !when || holds(when, answers))
    .map(({ value, label }) => ({ value, label }));
}
