import { cleanLine, trimEndOf } from './clean-text.js';

// "Thủ tục hải quan đối với …": there the word belongs to the name, what follows is a noun.
const leading = /^thủ tục(?: hành chính)?\s*:?\s+(?!hải quan|hành chính)/iu;

/** The title for reading and sorting: without "Thủ tục" in front, without a closing full stop, capital first. */
export function readTitle(official: string): string {
  const line = cleanLine(official).replace(/^[\s.,;:-]+/u, '');
  const bare = trimEndOf(line.replace(leading, ''), ' .,;');
  const title = bare === '' ? line : bare;
  const [first = ''] = title;
  return first.toLocaleUpperCase('vi') + title.slice(first.length);
}
