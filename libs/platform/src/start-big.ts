/** A text that begins a line: its first letter in capitals. */
export function startBig(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
