import { withoutUnseen } from '#lib/platform';

const longestKept = 120;
const unnamed = 'tep';

/**
 * The name of a file as it is safe to keep and show: no folders, nothing invisible, at most 120 characters with its
 * ending. Letters of every language stay. It is a label only: contents are stored by their digest.
 */
export function cleanFileName(name: string): string {
  const last = withoutUnseen(name.normalize('NFC')).split(/[/\\]/).at(-1) ?? '';
  const clean = last
    // Browsers send a quotation mark in the name of a file as %22, and a percent sign as it is (WHATWG HTML, 4.10.21.8).
    .replaceAll('%22', '"')
    .replace(/[<>|?*:]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  if (clean === '') return unnamed;
  const letters = [...clean];
  if (letters.length <= longestKept) return clean;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? '';
  return (
    letters
      .slice(0, longestKept - ending.length)
      .join('')
      .trimEnd() + ending
  );
}
