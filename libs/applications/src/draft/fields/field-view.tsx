import { type Answers, type FieldDefinition, type FormDefinition, type Part, type Typed } from '#lib/forms';
import { type Language, say, startBig } from '#lib/platform';
import type { Content } from '#lib/web';
import { texts } from '../texts.js';

/** Everything a field needs to be drawn. */
export interface FieldView<F extends FieldDefinition = FieldDefinition> {
  form: FormDefinition;
  field: F;
  language: Language;
  /** What stands in the inputs. */
  shown: Typed;
  /** The answers on the visible path: choices may depend on them. */
  answers: Answers;
  error?: { text: string; part?: Part | undefined } | undefined;
  /** What is wrong inside of items: which one, from 0, and where in it. */
  itemErrors?: { index: number; field: string; text: string; part?: Part | undefined }[] | undefined;
  /** The address of the n-th item of a repeat, from 1, or of what is done to it. */
  itemsAt?: ((number: number, act?: 'removal') => string) | undefined;
  /** The value stands as it came from the population register. */
  known: boolean;
  /** What to ask under a choice, by its value. */
  reveals?: Map<string, Content> | undefined;
}

/** The label of a field, with a word if it may be left empty. */
export function labelOf({ field, language }: FieldView): string {
  const label = startBig(say(field.label, language));
  return field.optional ? texts(language)('optional-label', { label }) : label;
}

/** The hint of a field; under it, where its value came from. */
export function hintOf({ field, language, known }: FieldView): Content {
  const hint = field.hint && say(field.hint, language);
  if (!known) return hint;
  return (
    <>
      {hint}
      <span class="known-mark">{texts(language)('known-mark')}</span>
    </>
  );
}

/** What stands in an input that holds one text. */
export function shownIn({ shown }: Pick<FieldView, 'shown'>, input: string): string {
  const value = Object.hasOwn(shown, input) ? shown[input] : undefined;
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
