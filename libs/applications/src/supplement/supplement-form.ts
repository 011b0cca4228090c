import {
  askedAgain,
  comparisonsIn,
  type FieldDefinition,
  type FormDefinition,
  isItemsField,
  type PageDefinition,
} from '#lib/forms';
import type { Localised } from '#lib/platform';
import type { SupplementItem } from './supplement-item.js';

/**
 * The form of an answer to a request for supplements: only the fields and papers asked for, each with the officer's
 * reason under it, and a last page for papers the form does not list.
 */
export function supplementForm(form: FormDefinition, items: SupplementItem[]): FormDefinition {
  const reasons = new Map(items.map(({ id, reason }) => [id, reason]));
  const pages = form.pages.flatMap((page): PageDefinition[] => {
    const fields = page.fields
      .filter(({ id }) => reasons.has(id))
      .map((field) => asked(field, reasons.get(field.id) ?? ''));
    const { when: _always, ...rest } = page;
    return fields.length > 0 ? [{ ...rest, fields }] : [];
  });
  const others = items.filter(({ kind }) => kind === 'other').map(otherPaper);
  const lists = form.lists ? { lists: form.lists } : {};
  return { ...lists, taskList: false, pages: others.length > 0 ? [...pages, otherPage(others)] : pages };
}

/** Id of the field for the n-th paper that the form does not list, from 1. */
export const otherPaperId = (number: number) => `otherPaper${number}`;

/** What was asked for was visible and is wanted now. */
function asked(field: FieldDefinition, reason: string): FieldDefinition {
  return { ...withoutOutside(askedAgain(field)), hint: asWritten(reason) };
}

/**
 * Inside of items, what depends on answers that are not asked here is asked if one wants to answer it: nothing that was
 * filed is dropped because what it depended on is out of sight.
 */
function withoutOutside(field: FieldDefinition): FieldDefinition {
  if (!isItemsField(field)) return field;
  const own = new Set(field.fields.map(({ id }) => id));
  const seen = (inner: FieldDefinition): FieldDefinition => {
    const { when, ...rest } = inner;
    if (!when || comparisonsIn(when).every((each) => own.has(each.field))) return inner;
    return { ...rest, optional: true } as FieldDefinition;
  };
  return { ...field, fields: field.fields.map(seen) };
}

function otherPaper({ name = '', reason }: SupplementItem, index: number): FieldDefinition {
  return {
    id: otherPaperId(index + 1),
    type: 'file',
    label: asWritten(name),
    hint: asWritten(reason),
    accept: ['application/pdf', 'image/jpeg', 'image/png'],
    maxMegabytes: 10,
    maxFiles: 5,
  };
}

function otherPage(fields: FieldDefinition[]): PageDefinition {
  return {
    id: 'other-papers',
    title: { vi: 'Giấy tờ cần thêm', en: 'Further papers', fr: 'Autres documents' },
    fields,
  };
}

/** The officer's words stand as they were written, in every language. */
function asWritten(text: string): Localised {
  return { vi: text, en: text, fr: text };
}
