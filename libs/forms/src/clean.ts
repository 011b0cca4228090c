/** What was typed into the inputs of a page, by input name. */
export type Typed = Record<string, string | string[]>;

/**
 * Longer than any field accepts, so what is cut is refused as too long anyway; it keeps a body of megabytes out of
 * drafts and regular expressions.
 */
const longestKept = 20_000;

/** One line as meant: NFC, one space between words, none around. */
export function cleanLine(typed: string | string[] | undefined): string {
  return clean(typed, 'NFC').replace(/\s+/gu, ' ').trim().slice(0, longestKept);
}

/** Several lines as meant: NFC, every line break one `\n`, no empty lines around. */
export function cleanLines(typed: string | string[] | undefined): string {
  return clean(typed, 'NFC').replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').trim().slice(0, longestKept);
}

/** Digits and codes as meant: full-width digits become plain ones, spaces and punctuation between digits go. */
export function cleanCode(typed: string | string[] | undefined, ignored = /[\s.-]+/gu): string {
  return clean(typed, 'NFKC').replace(ignored, '').slice(0, longestKept);
}

/**
 * Invisible characters that come along when text is pasted are dropped. What PostgreSQL's JSON cannot hold (NUL,
 * half a surrogate pair) becomes U+FFFD, which every field refuses: the person is told, nothing is lost silently.
 */
function clean(typed: string | string[] | undefined, form: 'NFC' | 'NFKC'): string {
  const text = (Array.isArray(typed) ? typed[0] : typed) ?? '';
  return text
    .replace(/[\u200B\uFEFF]/gu, '')
    .replace(/[\p{Cs}\0]/gu, '\uFFFD')
    .normalize(form);
}
