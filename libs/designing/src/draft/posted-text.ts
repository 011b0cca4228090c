/** More characters than anybody writes by hand: the longest definition that ships has 34,000. */
export const longestText = 400_000;

/**
 * A text as somebody typed it, letter by letter: only the line ends that browsers make of it are as they were, and a NUL,
 * which no database keeps, is said to have been there. Undefined where there is none, or more than anybody writes.
 */
export function postedText(body: unknown, name = 'text'): string | undefined {
  const posted = (body as Record<string, unknown> | null | undefined)?.[name];
  if (typeof posted !== 'string' || posted.length > longestText) return undefined;
  return keptText(posted);
}

/** A text as it is kept. */
export function keptText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\0|\p{Cs}/gu, '\uFFFD');
}
