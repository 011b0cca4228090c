import { type Language, say } from '#lib/platform';
import { type Answer, type Answers, answerOf, isItemList } from './answer.js';
import { holds } from './condition.js';
import type { FormDefinition } from './definition.js';
import type { Choice, PlaceNames } from './field-type.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import type { ItemsField } from './fields/repeat.js';
import { isItemsField } from './items.js';
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
  if (isItemsField(field) && isItemList(answer))
    return displayItems(language, form, field, answer, names).map(asLine).join('\n');
  if (!type.holds(answer)) return typeof answer === 'object' ? '' : String(answer);
  return type.display(answer, field, { language, names, lists: form.lists ?? {} });
}

/** An item in words: “Người thứ 2”, and what was answered in it. */
export interface ItemInWords {
  title: string;
  said: { label: string; answer: string }[];
}

/** The items of a repeat or table in words; what was not answered in one is left out. */
export function displayItems(
  language: Language,
  form: FormDefinition,
  field: ItemsField,
  items: Answers[],
  names: PlaceNames,
): ItemInWords[] {
  return items.map((item, index) => ({
    title: texts(language)('item', { item: say(field.item, language), number: index + 1 }),
    said: field.fields
      .filter(({ id }) => answerOf(item, id) !== undefined)
      .map((inner) => ({
        label: say(inner.label, language),
        answer: displayAnswer(language, form, inner, answerOf(item, inner.id), names),
      })),
  }));
}

function asLine({ title, said }: ItemInWords): string {
  return `${title} – ${said.map(({ label, answer }) => `${label}: ${answer}`).join('; ')}`;
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
