import {
  type Answers,
  checkPage,
  itemsOf,
  mergePage,
  ownAnswers,
  readPage,
  type Typed,
  visibleAnswers,
  visibleFields,
  withItem,
  withoutItem,
} from '#lib/forms';
import type { Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { formContext } from '../form-context.js';
import { type OpenDraft, openDraft } from '../open-draft.js';
import { inputsShown, pageState, sameAnswers } from '../page-state.js';
import { typedAside } from '../save-page.js';
import { writeDraft } from '../write-draft.js';
import { itemKey, type OpenItem, openItem } from './open-item.js';

/** The page of an item as a browser sent it. */
export interface PostedItem {
  draftId: string;
  pageId: string;
  /** From 1, as in the address. */
  number: string;
  body: unknown;
  /** The `pageState` that it was shown with. */
  seen: string;
}

export type SavedItem =
  | { outcome: 'saved' | 'wrong' }
  /** The item is no longer there, or there may be no more. */
  | { outcome: 'gone' }
  /** Not saved: somebody saved something else there meanwhile. */
  | { outcome: 'conflict'; item: OpenItem; posted: { typed: Typed; answers: Answers } };

/**
 * Saves an item as `savePage` saves a page: whatever is wrong with it, and never over what another tab saved there
 * meanwhile. A new one in which nothing was typed is not added. To be called in a transaction.
 */
export async function saveItem(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  { draftId, pageId, number, body, seen }: PostedItem,
): Promise<SavedItem> {
  const whole = await openDraft(tx, platform, principal, draftId, { lock: true });
  const item = openItem(whole, pageId, number);
  if (!item) return { outcome: 'gone' };
  const { page, field, index, opened } = item;
  const posted = readPage(page, body);
  const merged = mergePage(page, opened.content.answers, posted);
  if (isForeign(item, seen) && !sameAnswers(page, merged, opened.content.answers))
    return { outcome: 'conflict', item, posted: { typed: posted.typed, answers: merged } };

  const own = ownAnswers(field, merged);
  const errors = checkPage(opened.form, page, merged, formContext(platform));
  const asked = visibleFields(page, visibleAnswers(opened.form, merged));
  const kept = typedAside(page, errors, asked, posted.typed);
  const isNew = index === itemsOf(whole.content.answers, field).length;
  const nothing =
    Object.keys(own).length === 0 &&
    Object.values(kept)
      .flat()
      .every((value) => value.trim() === '');
  if (isNew && nothing) return { outcome: 'wrong' };

  const typed = { ...whole.content.typed, [itemKey(pageId, index)]: kept };
  if (Object.keys(kept).length === 0) delete typed[itemKey(pageId, index)];
  const answers = withItem(whole.content.answers, field, index, own);
  await save(tx, platform, whole, { answers, typed });
  return { outcome: errors.length === 0 ? 'saved' : 'wrong' };
}

/**
 * Removes an item. Says `false` if it is not there any more, or not as it was seen: whoever removes it is to look again.
 */
export async function removeItem(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  { draftId, pageId, number, seen }: Omit<PostedItem, 'body'>,
): Promise<boolean> {
  const whole = await openDraft(tx, platform, principal, draftId, { lock: true });
  const item = openItem(whole, pageId, number);
  if (!item || seen !== pageState(item.page, item.opened.content)) return false;
  const { field, index } = item;
  if (index === itemsOf(whole.content.answers, field).length) return false;
  await save(tx, platform, whole, {
    answers: withoutItem(whole.content.answers, field, index),
    typed: movedUp(whole.content.typed, pageId, index),
  });
  return true;
}

function isForeign({ page, opened: { content } }: OpenItem, seen: string): boolean {
  // What does not say what it saw has seen nothing, as is true of an item that is new.
  return seen === '' ? Object.keys(inputsShown(page, content)).length > 0 : seen !== pageState(page, content);
}

function save(
  tx: Tx,
  platform: Platform,
  whole: OpenDraft,
  change: { answers: Answers; typed: Record<string, Typed> },
) {
  const content = { ...whole.content, ...change };
  return writeDraft(tx, platform, whole, { content, sources: whole.draft.sources, saved: true });
}

/** What was typed on the pages of the items behind a removed one belongs to the number before. */
function movedUp(typed: Record<string, Typed>, pageId: string, removed: number): Record<string, Typed> {
  const moved = Object.entries(typed).flatMap(([key, kept]): [string, Typed][] => {
    const index = key.startsWith(`${pageId}/`) ? Number(key.slice(pageId.length + 1)) : -1;
    if (index === removed) return [];
    return [[index > removed ? itemKey(pageId, index - 1) : key, kept]];
  });
  return Object.fromEntries(moved);
}
