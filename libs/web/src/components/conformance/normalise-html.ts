/**
 * HTML in a form in which two renderings of the same document are equal strings: a line for each tag and text,
 * attributes and classes in order, whitespace collapsed, entities as characters.
 */
export function normaliseHtml(html: string): string {
  return (html.match(/<(?:"[^"]*"|[^>"])*>|[^<]+/g) ?? [])
    .map((part) => (part.startsWith('<') ? normaliseTag(part) : decode(part.replace(/\s+/g, ' ').trim())))
    .filter((line) => line && !leftOut.has(line))
    .join('\n');
}

/** The end of an empty element of SVG may be written or not; `raw-html` is an aid of the comparison. */
const leftOut = new Set(['</path>', '<raw-html>', '</raw-html>']);

function normaliseTag(tag: string): string {
  const [, name = '', rest = ''] = /^<(\/?[\w-]+)([\s\S]*?)\/?>$/.exec(tag) ?? [];
  const attributes = [...rest.matchAll(/([^\s="]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => {
    const words = key === 'class' ? value.split(/\s+/).filter(Boolean).toSorted().join(' ') : decode(value);
    return `${key}="${words}"`;
  });
  return `<${[name, ...attributes.toSorted()].join(' ')}>`;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", ctdot: '⋯' };

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
