/**
 * The text in the brackets that open the text, and what stands after them. Brackets nest; the portal's own are
 * never closed by an enumeration "a)" or "1)" while a later bracket could close them. Brackets that are never
 * closed hold all the rest.
 */
export function bracketed(text: string): { inside?: string; after: string } {
  if (!text.startsWith('(')) return { after: text };
  const lastClosing = text.lastIndexOf(')');
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '(') depth++;
    if (letter !== ')') continue;
    if (depth === 1 && at < lastClosing && endsAnEnumerator(text, at)) continue;
    depth--;
    if (depth === 0) {
      // Typing errors double the last bracket: "…cấp tỉnh.))".
      const after = text
        .slice(at + 1)
        .replace(/^\)+/, '')
        .trim();
      return { inside: text.slice(1, at).trim(), after };
    }
  }
  return { inside: text.slice(1).trim(), after: '' };
}

function endsAnEnumerator(text: string, at: number): boolean {
  return /(?:^|[\s(;:.,+-])(?:\d{1,2}|[a-zđ]|[ivx]{1,4})$/u.test(text.slice(Math.max(0, at - 6), at));
}
