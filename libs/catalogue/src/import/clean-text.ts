// Control, format (zero-width and direction marks, soft hyphen, byte order mark) and private characters (dingbats).
const invisible = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\p{Co}]/gu;

/** NFC, no invisible characters, ordinary spaces only, at most one blank in a row; line ends stay. */
export function cleanProse(text: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanProse(text).replaceAll('\n', ' ');
}

/** What the portal writes for "nothing stated". */
export function saysNothing(text: string): boolean {
  return /^(?:[-–—.\s]*|không có thông tin)$/iu.test(text);
}

/** Without the given characters at its end. A loop: a regular expression `[…]+$` is quadratic on hostile texts. */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
