import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type LineCounter } from 'yaml';

/**
 * The line, from 1, on which a text says what a finding's path leads to, or as much of it as the text has; undefined
 * where it has nothing of it. A step is a key, the number of an item from 0, or an item's own id.
 */
export function lineOf(document: Document.Parsed, lines: LineCounter, path: string): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path.split(/[./]/).filter(Boolean)) {
    const found = below(document, node, step);
    if (!found) break;
    [node, offset] = [found.node, found.offset ?? offset];
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

function below(document: Document.Parsed, node: unknown, step: string) {
  const whole = isAlias(node) ? node.resolve(document) : node;
  if (isMap(whole)) {
    const pair = whole.items.find(({ key }) => isScalar(key) && String(key.value) === step);
    return pair && { node: pair.value, offset: offsetOf(pair.key) };
  }
  if (!isSeq(whole)) return undefined;
  const item = /^\d+$/.test(step)
    ? whole.items[Number(step)]
    : whole.items.find((each) => isMap(each) && each.get('id') === step);
  return item === undefined ? undefined : { node: item, offset: offsetOf(isPair(item) ? item.key : item) };
}

function offsetOf(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range?.[0];
}
