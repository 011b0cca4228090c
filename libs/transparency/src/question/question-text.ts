import { Refusal } from '#lib/platform';

/** Characters a question or an answer may have. */
export const longestText = 2000;

/** Whether a refusal is one that another text mends. */
export function isToMend(error: unknown): boolean {
  return error instanceof Refusal && error.status === 422;
}

/** A posted text (`textIn`), if it can be a question or an answer. Refuses 'question-empty' and 'question-too-long' (422). */
export function readText(text: string): string {
  if (text === '') throw new Refusal('question-empty', 422);
  if (text.length > longestText) throw new Refusal('question-too-long', 422, { longest: longestText });
  return text;
}
