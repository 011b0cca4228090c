import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';

/**
 * A text in which the item of a list need not be answered, or must be: its `optional: true` put after its id, or taken out;
 * everything around stays letter by letter. Undefined where the item does not stand as such texts usually do.
 */
export function changeOptional(
  text: string,
  path: string,
  index: number,
  optional: boolean,
): string | undefined {
  const item = parseDocument(text).getIn([...steps(path), index], true);
  if (!isMap(item)) return undefined;
  return optional ? put(text, item) : takeOut(text, item);
}

const steps = (path: string) => path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

type ReadPair = Pair<Node, Node | null>;

const pairOf = (item: YAMLMap, key: string) =>
  (item.items as ReadPair[]).find((pair) => isScalar(pair.key) && pair.key.value === key);

function put(text: string, item: YAMLMap): string | undefined {
  const id = pairOf(item, 'id');
  const [start] = id?.key.range ?? [];
  const [, end] = id?.value?.range ?? [];
  if (start === undefined || end === undefined) return undefined;
  if (item.flow) return `${text.slice(0, end)}, optional: true${text.slice(end)}`;
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const column = start - (text.lastIndexOf('\n', start) + 1);
  return `${text.slice(0, at)}\n${' '.repeat(column)}optional: true${text.slice(at)}`;
}

function takeOut(text: string, item: YAMLMap): string | undefined {
  const pair = pairOf(item, 'optional');
  const [start] = pair?.key.range ?? [];
  const [, end] = pair?.value?.range ?? [];
  if (start === undefined || end === undefined) return undefined;
  if (item.flow) return text.slice(0, start).replace(/,\s*$/, '') + text.slice(end);
  const lineEnd = text.indexOf('\n', end);
  return (
    text.slice(0, text.lastIndexOf('\n', start) + 1) + text.slice(lineEnd === -1 ? text.length : lineEnd + 1)
  );
}
