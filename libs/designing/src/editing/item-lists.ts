import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLSeq } from 'yaml';

export type ItemKind = 'field' | 'page' | 'paper' | 'option';

/** One of several that stand in a list, with the lines it takes in the text: its own and the comments over them. */
export interface ListedItem {
  /** Its `id` or `value`; its number where it has neither. */
  name: string;
  /** In Vietnamese, where it has a title or label. */
  title: string | undefined;
  /** It need not be answered. */
  optional: boolean;
  /** Offsets. */
  from: number;
  to: number;
}

/** A list in a text whose items can be moved, taken out and added to, with nothing around them changed. */
export interface ItemList {
  /** Keys and numbers of items from 0, joined by `/`. */
  path: string;
  kind: ItemKind;
  items: ListedItem[];
  /** Where the value of the list begins, after the colon. */
  begins: number;
  /** Where it ends. */
  ends: number;
  /** What stands before the dash of an item. */
  indent: string;
}

/** The lists of a definition that a form can change; none where it is no YAML. Lists on one line are left to the text. */
export function itemListsIn(text: string): ItemList[] {
  const lists: ItemList[] = [];
  try {
    const document = parseDocument(text);
    if (document.errors.length === 0) collect(text, document.contents, '', lists);
  } catch {
    return [];
  }
  return lists;
}

function collect(text: string, node: unknown, path: string, lists: ItemList[]): void {
  if (isSeq(node)) node.items.forEach((item, index) => collect(text, item, `${path}/${index}`, lists));
  if (!isMap(node)) return;
  for (const pair of node.items as Pair<unknown, Node | null>[]) {
    if (!isScalar(pair.key)) continue;
    const place = path === '' ? String(pair.key.value) : `${path}/${String(pair.key.value)}`;
    const kind = kindOf(place);
    const list = kind && isSeq(pair.value) ? listOf(text, pair.key.range?.[0] ?? 0, pair.value) : undefined;
    if (kind && list) lists.push({ path: place, kind, ...list });
    collect(text, pair.value, place, lists);
  }
}

function kindOf(path: string): ItemKind | undefined {
  if (path === 'papers') return 'paper';
  if (path === 'form/pages') return 'page';
  if (/^form\/pages\/\d+\/fields$/.test(path)) return 'field';
  return /^form\/lists\/[^/]+$/.test(path) ? 'option' : undefined;
}

/** A list that is named to be used elsewhere, or stands on one line with something in it, is better changed in the text. */
function listOf(text: string, key: number, sequence: YAMLSeq): Omit<ItemList, 'path' | 'kind'> | undefined {
  const end = sequence.range?.[1] ?? 0;
  if (sequence.anchor || (sequence.flow && sequence.items.length > 0)) return undefined;
  const begins = text.indexOf(':', key) + 1;
  const indent = indentAt(text, key);
  // Within braces there is no line of its own for an item.
  if (sequence.flow)
    return isFirstOnLine(text, key, indent)
      ? { items: [], begins, ends: end, indent: `${indent}  ` }
      : undefined;
  const items: ListedItem[] = [];
  for (const [index, node] of (sequence.items as Node[]).entries()) {
    const lines = linesOf(text, node, items.at(-1)?.to ?? begins);
    if (!lines) return undefined;
    items.push({ ...namesOf(node, index), ...lines });
  }
  const [first] = sequence.items as Node[];
  const dash = first && dashOf(text, first);
  if (dash === undefined) return undefined;
  return { items, begins, ends: items.at(-1)?.to ?? end, indent: indentAt(text, dash) };
}

function namesOf(node: Node, index: number): Pick<ListedItem, 'name' | 'title' | 'optional'> {
  const value = isMap(node) ? (node.toJSON() as Record<string, unknown>) : {};
  const words = (value.title ?? value.label ?? value.who) as { vi?: unknown } | undefined;
  const name = value.id ?? value.value;
  return {
    name: typeof name === 'string' ? name : String(index + 1),
    title: typeof words?.vi === 'string' ? words.vi : undefined,
    optional: value.optional === true,
  };
}

/** The lines of an item, and those of comments right over it, as far back as `least`. */
function linesOf(text: string, node: Node, least: number): { from: number; to: number } | undefined {
  const dash = dashOf(text, node);
  if (dash === undefined || !node.range) return undefined;
  let from = text.lastIndexOf('\n', dash) + 1;
  for (;;) {
    const before = text.lastIndexOf('\n', from - 2) + 1;
    if (before < least || before >= from || !/^[ \t]*#/.test(text.slice(before, from))) break;
    from = before;
  }
  const last = text.slice(0, node.range[1]).trimEnd().length;
  const lineEnd = text.indexOf('\n', last);
  return { from, to: lineEnd === -1 ? text.length : lineEnd + 1 };
}

/** Where the dash of an item stands, if nothing but blanks is before it on its line. */
function dashOf(text: string, { anchor, range }: Node & { anchor?: string }): number | undefined {
  if (!range) return undefined;
  const named = anchor === undefined ? range[0] : text.lastIndexOf(`&${anchor}`, range[0]);
  const dash = text.lastIndexOf('-', named - 1);
  return dash >= 0 && isFirstOnLine(text, dash, indentAt(text, dash)) ? dash : undefined;
}

function isFirstOnLine(text: string, offset: number, indent: string): boolean {
  return offset - indent.length === text.lastIndexOf('\n', offset - 1) + 1;
}

function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ ]*/.exec(line)?.[0] ?? '';
}
