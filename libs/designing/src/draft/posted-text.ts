import { Refusal } from '#lib/platform';

/** More characters than anybody writes by hand: the longest definition that ships has 34,000. */
export const longestText = 400_000;

/**
 * A text as somebody typed it, letter by letter: only the line ends that browsers make of it are as they were, and a NUL,
 * which no database keeps, is said to have been there. Refuses a form without it (`bad-request`, 400) and more than anybody
 * writes (`too-large`, 413).
 */
export function postedText(body: unknown, name = 'text'): string {
  const posted = (body as Record<string, unknown> | null | undefined)?.[name];
  if (typeof posted !== 'string') throw new Refusal('bad-request', 400);
  if (posted.length > longestText) throw new Refusal('too-large', 413);
  return keptText(posted);
}

/** A text as it is kept. */
export function keptText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\0|\p{Cs}/gu, '\uFFFD');
}
