import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { changeOptional } from './change-optional.js';
import { writtenWords } from './change-places.js';
import type { ItemList } from './item-lists.js';

/** What is done to a list: an item moved one place, taken out, to be answered or not, or a new one put at the end. */
export type ItemChange =
  | { act: 'up' | 'down' | 'remove' | 'optional' | 'required'; index: number }
  | { act: 'add'; item: Record<string, unknown> };

/**
 * A text with one of its lists changed; everything around stays letter by letter. Undefined where that cannot be done so:
 * no such item, or something elsewhere refers to what would move or go. What comes out is compared with what was meant.
 */
export function changeItems(text: string, list: ItemList, change: ItemChange): string | undefined {
  const meant = meantBy(parse(text), list, change);
  const changed = meant === undefined ? undefined : changedText(text, list, change);
  if (changed === undefined) return undefined;
  try {
    return isDeepStrictEqual(parse(changed), meant) ? changed : undefined;
  } catch {
    return undefined;
  }
}

/** The definition as it is to be; undefined where there is no such item. */
function meantBy(definition: unknown, { path }: ItemList, change: ItemChange): unknown {
  const meant = structuredClone(definition);
  const steps = path.split('/');
  const items = steps.reduce((node, step) => (node as Record<string, unknown>)[step], meant) as unknown[];
  if (change.act === 'add') {
    items.push(change.item);
    return meant;
  }
  if (change.act === 'optional' || change.act === 'required') {
    const field = items[change.index] as Record<string, unknown> | undefined;
    if (change.act === 'optional') Object.assign(field ?? {}, { optional: true });
    else delete field?.optional;
    return field && meant;
  }
  const to = targetOf(change);
  const [item] = items.splice(change.index, 1);
  if (item === undefined || to < 0 || to > items.length) return undefined;
  if (change.act !== 'remove') items.splice(to, 0, item);
  return meant;
}

const targetOf = ({ act, index }: Extract<ItemChange, { index: number }>) =>
  act === 'up' ? index - 1 : act === 'down' ? index + 1 : index;

function changedText(text: string, list: ItemList, change: ItemChange): string | undefined {
  const { items, begins, ends, indent } = list;
  if (change.act === 'add') {
    const line = `${indent}- ${written(change.item, indent)}\n`;
    if (items.length === 0) return `${text.slice(0, begins)}\n${line.trimEnd()}${text.slice(ends)}`;
    const before = text.slice(0, ends);
    return `${before}${before.endsWith('\n') ? '' : '\n'}${line}${text.slice(ends)}`;
  }
  if (change.act === 'optional' || change.act === 'required')
    return changeOptional(text, list.path, change.index, change.act === 'optional');
  const item = items[change.index];
  if (!item) return undefined;
  if (change.act === 'remove') {
    if (items.length === 1) return `${text.slice(0, begins)} []\n${text.slice(item.to)}`;
    const next = items[change.index + 1];
    const [from, to] = next ? [item.from, next.from] : [items[change.index - 1]?.to ?? item.from, item.to];
    return text.slice(0, from) + text.slice(to);
  }
  const other = items[targetOf(change)];
  if (!other) return undefined;
  const [first, second] = item.from < other.from ? [item, other] : [other, item];
  const [upper, lower] = [first, second].map(({ from, to }) => ended(text.slice(from, to)));
  return (
    text.slice(0, first.from) + lower + text.slice(first.to, second.from) + upper + text.slice(second.to)
  );
}

const ended = (lines: string) => (lines.endsWith('\n') ? lines : `${lines}\n`);

/** An item as definitions write it: on one line, or on one a key where there is an empty list in it, which has room to grow so. */
function written(item: Record<string, unknown>, indent: string): string {
  if (!Object.values(item).some((value) => Array.isArray(value) && value.length === 0))
    return inOneLine(item);
  return Object.entries(item)
    .map(([key, value]) => `${key}: ${inOneLine(value)}`)
    .join(`\n${indent}  `);
}

/** A value as definitions write it where it takes one line. */
function inOneLine(value: unknown): string {
  if (typeof value === 'string') return writtenWords(value);
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, one]) => `${key}: ${inOneLine(one)}`);
  return `{ ${pairs.join(', ')} }`;
}
