import { languages } from '#lib/platform';
import { textIn } from '#lib/web';
import type { ItemKind, ItemList } from './item-lists.js';

/** Types of questions that need nothing but their words, and those whose answers are those of a list. */
export const fieldTypes = [
  'text',
  'number',
  'date',
  'yes-no',
  'money',
  'name',
  'id-number',
  'phone',
  'email',
  'address',
  'file',
] as const;
export const choiceTypes = ['radios', 'select', 'checkboxes'] as const;

/** What a paper is sent as, as shipped definitions have it. */
const papersAreSentAs = { accept: ['application/pdf', 'image/jpeg', 'image/png'], maxMegabytes: 10 };

/** What was typed for a new item. */
export type TypedItem = Record<'id' | 'vi' | 'en' | 'fr' | 'type' | 'list' | 'needed', string>;
export type ItemBox = Exclude<keyof TypedItem, 'needed'>;

/** What the box of a new item of a list is called in what is posted. */
export const boxName = (path: string, box: keyof TypedItem) => `new/${path}/${box}`;

/** Whether somebody began to type a new item for a list. */
export function isBegun(path: string, body: unknown): boolean {
  return (['id', ...languages] as const).some((box) => textIn(body, boxName(path, box)).trim() !== '');
}

/** What was typed, and either the item it makes, as definitions write it, or the boxes to mend. */
export function readItem(
  { kind, path }: Pick<ItemList, 'kind' | 'path'>,
  body: unknown,
): { typed: TypedItem; wrong: ItemBox[]; item?: Record<string, unknown> } {
  const of = (name: keyof TypedItem) => textIn(body, boxName(path, name)).normalize('NFC').trim();
  const typed: TypedItem = {
    id: of('id'),
    vi: of('vi'),
    en: of('en'),
    fr: of('fr'),
    type: of('type'),
    list: of('list'),
    needed: of('needed'),
  };
  const isChoice = (choiceTypes as readonly string[]).includes(typed.type);
  const isType = isChoice || (fieldTypes as readonly string[]).includes(typed.type);
  const wrong: ItemBox[] = [
    ...(/^[A-Za-z][A-Za-z0-9-]{0,59}$/.test(typed.id) ? [] : ['id' as const]),
    ...languages.filter((language) => typed[language] === '' || typed[language].length > 500),
    ...(kind === 'field' && !isType ? ['type' as const] : []),
    ...(kind === 'field' && isChoice && typed.list === '' ? ['list' as const] : []),
  ];
  if (wrong.length > 0) return { typed, wrong };
  const { id, vi, en, fr, type, list, needed } = typed;
  const words = { vi, en, fr };
  const items: Record<ItemKind, Record<string, unknown>> = {
    field: {
      id,
      type,
      ...(isChoice && { list }),
      ...(type === 'file' && papersAreSentAs),
      label: words,
      ...(needed === 'yes' ? {} : { optional: true }),
    },
    page: { id, title: words, fields: [] },
    paper: { id, title: words, required: needed === 'yes' },
    option: { value: id, label: words },
  };
  return { typed, wrong, item: items[kind] };
}
