import {
  itemPage,
  itemsOf,
  ownAnswers,
  type PageDefinition,
  pageOf,
  type RepeatField,
  visibleFields,
  visiblePages,
  visibleAnswers,
} from '#lib/forms';
import { Refusal } from '#lib/platform';
import type { OpenDraft } from '../open-draft.js';

/** One item of a repeat, opened to be asked like a page. */
export interface OpenItem {
  /** The draft with the item's answers among its own, and a form that ends with the page of the item. */
  opened: OpenDraft;
  /** The page of the item, and the one that lists them. */
  page: PageDefinition;
  list: PageDefinition;
  field: RepeatField;
  /** From 0; that of the next item where it is a new one. */
  index: number;
}

/**
 * Opens the n-th item of a page, from 1, as it is in the address; the one after the last is a new one. Undefined if there
 * is no such item any more or may be none. Refuses a page that is not there or asks for no items (`not-found`, 404).
 */
export function openItem(opened: OpenDraft, pageId: string, number: string): OpenItem | undefined {
  const { form, content } = opened;
  const list = pageOf(form, pageId);
  const field = list?.fields.find(({ type }) => type === 'repeat');
  if (!list || field?.type !== 'repeat' || !/^[1-9]\d{0,2}$/u.test(number))
    throw new Refusal('not-found', 404);
  const items = itemsOf(content.answers, field);
  const index = Number(number) - 1;
  const visible =
    visiblePages(form, content.answers).includes(list) &&
    visibleFields(list, visibleAnswers(form, content.answers)).includes(field);
  if (!visible || index > items.length || index >= (field.max ?? 20)) return undefined;
  const asked = itemPage(form, list, field);
  const item = items[index] ?? {};
  const typed = content.typed[itemKey(pageId, index)];
  return {
    opened: {
      ...opened,
      form: asked.form,
      content: {
        ...content,
        answers: { ...content.answers, ...ownAnswers(field, item) },
        typed: typed ? { [asked.page.id]: typed } : {},
      },
    },
    page: asked.page,
    list,
    field,
    index,
  };
}

/** Under which what was typed on the page of an item is kept. */
export function itemKey(pageId: string, index: number): string {
  return `${pageId}/${index}`;
}
