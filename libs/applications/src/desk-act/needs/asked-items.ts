import { fieldOf } from '#lib/forms';
import type { Localised } from '#lib/platform';
import { textIn, textsIn } from '#lib/web';
import type { SupplementItem } from '../../supplement/supplement-item.js';
import type { CaseFile } from '../../case-file/read-case.js';
import { askableSections } from './askable-sections.js';
import { askedBefore, lastAsked, plain } from './earlier-requests.js';
import { longestText, type NeedError, type NeedReading } from './need-part.js';

/** How many papers that the form does not list can be asked for in one request. */
export const otherPapers = 3;

/**
 * Everything an officer asks to be mended, in one request: fields and papers of the form, each with its reason, and
 * papers the form does not list. Refuses a request for nothing, and an item without a reason. Everything is to be asked
 * for at once (Decree 61/2018, art 15): what was asked for before is asked again only where the officer states that the
 * answer is insufficient, and says in other words why.
 */
export function readItems(body: unknown, file: CaseFile): NeedReading {
  const named = formItems(body, file);
  const others = otherItems(body);
  const note = textIn(body, 'note');
  const items = [...named.items, ...others.items];
  const again = textIn(body, 'insufficient') === 'yes';
  const errors = [...named.errors, ...others.errors, ...repeated(items, file, again)];
  if (items.length === 0 && errors.length === 0) errors.push({ id: 'items', code: 'items-missing' });
  if (note.length > longestText)
    errors.push({ id: 'note', code: 'text-too-long', facts: { longest: longestText } });
  return { details: { items, ...(note !== '' && { note }), ...(again && { insufficient: true }) }, errors };
}

function repeated(items: SupplementItem[], file: CaseFile, again: boolean): NeedError[] {
  const before = askedBefore(file);
  return items.flatMap((item): NeedError[] => {
    const asked = lastAsked(before, item);
    if (!asked) return [];
    const field = item.id === undefined ? undefined : fieldOf(file.revision.definition.form, item.id);
    const facts = { name: field?.label ?? item.name ?? '', asked };
    if (!again) return [{ id: 'insufficient', code: 'asked-before', facts }];
    const id = item.id === undefined ? 'insufficient' : `reason-${item.id}`;
    return plain(asked.reason) === plain(item.reason) ? [{ id, code: 'same-reason', facts }] : [];
  });
}

interface Found {
  items: SupplementItem[];
  errors: NeedError[];
}

function formItems(body: unknown, file: CaseFile): Found {
  const ticked = new Set(textsIn(body, 'item'));
  const found: Found = { items: [], errors: [] };
  for (const { id, type, label } of askableSections(file).flatMap(({ fields }) => fields)) {
    const reason = textIn(body, `reason-${id}`);
    // A reason without its tick is work that would be lost without a word.
    if (!ticked.has(id) && reason !== '')
      found.errors.push({ id: `item-${id}`, code: 'item-not-ticked', facts: { name: label } });
    if (!ticked.has(id)) continue;
    const wrong = reasonError(`reason-${id}`, reason, label);
    if (wrong) found.errors.push(wrong);
    else found.items.push({ kind: type === 'file' ? 'paper' : 'field', id, reason });
  }
  return found;
}

function otherItems(body: unknown): Found {
  const found: Found = { items: [], errors: [] };
  for (let number = 1; number <= otherPapers; number += 1) {
    const name = textIn(body, `other-name-${number}`);
    const reason = textIn(body, `other-reason-${number}`);
    if (name === '' && reason === '') continue;
    const wrong = reasonError(`other-reason-${number}`, reason, name);
    if (name === '') found.errors.push({ id: `other-name-${number}`, code: 'other-name-missing' });
    else if (name.length > 300)
      found.errors.push({ id: `other-name-${number}`, code: 'text-too-long', facts: { longest: 300 } });
    else if (wrong) found.errors.push(wrong);
    else found.items.push({ kind: 'other', name, reason });
  }
  return found;
}

function reasonError(id: string, reason: string, name: Localised | string): NeedError | undefined {
  if (reason === '') return { id, code: 'item-reason-missing', facts: { name } };
  if (reason.length > longestText) return { id, code: 'text-too-long', facts: { longest: longestText } };
  return undefined;
}
