const longestKept = 20_000;

/**
 * A text somebody posted, as meant: NFC, line breaks as `\n`, none around; of several values the first, '' for none.
 * What no text can hold (NUL, half a surrogate pair) goes.
 */
export function textIn(body: unknown, name: string): string {
  return textsIn(body, name)[0] ?? '';
}

/** All values posted under one name. */
export function textsIn(body: unknown, name: string): string[] {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return [];
  const posted = (body as Record<string, unknown>)[name];
  return [posted]
    .flat()
    .filter((value) => typeof value === 'string')
    .map(clean);
}

function clean(text: string): string {
  return text
    .replace(/[\p{Cs}\0]/gu, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .trim()
    .slice(0, longestKept);
}
