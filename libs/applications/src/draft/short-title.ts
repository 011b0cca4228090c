const longest = 90;

/** An official title over a question, where 300 characters would push the question off the screen of a phone. */
export function shortTitle(title: string): string {
  if (title.length <= longest) return title;
  const [first = ''] = title.split(';');
  const start = first.length <= longest ? first : first.slice(0, first.lastIndexOf(' ', longest));
  return `${start.trimEnd()}…`;
}
