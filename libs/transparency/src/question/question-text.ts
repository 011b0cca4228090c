import { Refusal } from '#lib/platform';

/** Characters a question or an answer may have. */
export const longestText = 2000;

/** What a form sent in a field, as it came; nothing where that is no text. */
export function textIn(body: unknown, field: string): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[field];
  return typeof value === 'string' ? value : '';
}

/** What was written, if it can be a question or an answer. Refuses 'question-empty' and 'question-too-long' (422). */
export function readText(text: string): string {
  const read = text.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (read === '') throw new Refusal('question-empty', 422);
  if (read.length > longestText) throw new Refusal('question-too-long', 422, { longest: longestText });
  return read;
}
