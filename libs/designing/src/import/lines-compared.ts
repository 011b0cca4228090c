/** Two lists of lines, each with what the other does not have marked. */
export function linesCompared(before: string[], after: string[]) {
  return { before: marked(before, after), after: marked(after, before) };
}

function marked(lines: string[], others: string[]) {
  return lines.map((text) => ({ text, differs: !others.includes(text) }));
}
