/** Longer than this, a title is a paragraph: nobody takes it in as a heading or in a list. */
const longestTitle = 200;

/** A title cut at a word, with "…", where it is too long to be read as one; official ones reach 1,100 characters. */
export function shortTitle(title: string): string {
  if (title.length <= longestTitle * 1.2) return title;
  const head = title.slice(0, longestTitle);
  return `${head.slice(0, head.lastIndexOf(' ')).replace(/[\s,;:.(-]+$/u, '')}…`;
}
