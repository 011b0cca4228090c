import type { matterTexts } from './texts.js';

/** A mistake of a form: the input that takes the focus, and the sentence that says how to mend it. */
export interface Mistake {
  /** Name of the field. */
  field: string;
  /** Id of the input. */
  input: string;
  sentence: string;
}

/** A mistake whose sentence is one of this slice's. */
export function mistake(
  t: ReturnType<typeof matterTexts>,
  field: string,
  key: Parameters<ReturnType<typeof matterTexts>>[0],
): Mistake {
  return { field, input: field, sentence: t(key) };
}

export function sentenceFor(mistakes: Mistake[], field: string): string | undefined {
  return mistakes.find((each) => each.field === field)?.sentence;
}
