import type { QuestionProps } from './props.js';

/** The ids for `aria-describedby` of a question: what the caller names, then its hint, then its error. */
export function describedBy(id: string, question: QuestionProps): string | undefined {
  const ids = [question.describedBy, question.hint && `${id}-hint`, question.error && `${id}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}
