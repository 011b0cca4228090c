/**
 * A text as a quoted string of DOT that Graphviz shows letter by letter: a quote ends no string, a backslash starts no
 * escape (`\N` would be the name of the node), `&amp;` stays `&amp;`, and what XML cannot hold is left out. Lines break
 * where the text does.
 */
export function dotText(text: string): string {
  const shown = text
    .replace(/\r\n?/g, '\n')
    .replace(notInXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');
  return `"${shown}"`;
}

/** Everything outside of Char (XML 1.0, section 2.2), lone surrogates among it. */
const notInXml = /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Broken between words, so that no line is longer than `width` unless one word is. */
export function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
