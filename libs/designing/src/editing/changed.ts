import { textIn } from '#lib/web';
import { changeItems, type ItemChange } from './change-items.js';
import { changePlaces } from './change-places.js';
import type { TriedChange } from './editing-page.js';
import { sectionId } from './item-list-section.js';
import { itemListsIn } from './item-lists.js';
import type { EditablePart } from './parts-of.js';
import { isBegun, readItem } from './read-item.js';

interface Changed {
  /** With everything that could be changed. */
  text: string;
  /** What could not be. */
  tried?: TriedChange;
  /** Where on the page the reader goes on, as the end of an address. */
  at: string;
}

/** A text with what was typed and pressed in the form of one of its parts: values, new items, and an item moved or taken out. */
export function changed(seen: string, part: EditablePart, body: unknown): Changed {
  const [act = '', index = '', ...steps] = textIn(body, 'do').split('/');
  const pressed = steps.join('/');
  const sent = new Set(Object.keys((body ?? {}) as object));
  const values = part.places
    .filter(({ path }) => sent.has(path))
    .map((place) => ({ place, value: textIn(body, place.path) }))
    .filter(({ place, value }) => value !== place.value);
  let text = changePlaces(seen, values);
  for (const { kind, path } of part.lists) {
    if (!isBegun(path, body) && !(act === 'add' && path === pressed)) continue;
    const { item, ...added } = readItem({ kind, path }, body);
    const more = item && changedAt(text, path, { act: 'add', item });
    if (more === undefined)
      return { text, tried: item ? { list: { path } } : { list: { path }, added }, at: '' };
    text = more;
  }
  const list = part.lists.find(({ path }) => path === pressed);
  if (act === '' || !list) return { text, at: '' };
  const at = `#${sectionId(list)}`;
  if (act === 'add') return { text, at };
  const change = movement(act, index);
  const moved = change && changedAt(text, pressed, change);
  return moved === undefined ? { text, tried: { list }, at } : { text: moved, at };
}

function changedAt(text: string, path: string, change: ItemChange): string | undefined {
  const list = itemListsIn(text).find((each) => each.path === path);
  return list && changeItems(text, list, change);
}

function movement(act: string, index: string): ItemChange | undefined {
  const known = (['up', 'down', 'remove', 'optional', 'required'] as const).find((each) => each === act);
  return known && /^\d{1,4}$/.test(index) ? { act: known, index: Number(index) } : undefined;
}
