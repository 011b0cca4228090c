import type { FieldDefinition, FormDefinition, PageDefinition } from '#lib/forms';
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
  return { ...lists, pages: others.length > 0 ? [...pages, otherPage(others)] : pages };
}

/** Id of the field for the n-th paper that the form does not list, from 1. */
export const otherPaperId = (number: number) => `otherPaper${number}`;

/** What was asked for was visible and is wanted now: no condition and no register stands before it, and it is not optional. */
function asked(field: FieldDefinition, reason: string): FieldDefinition {
  const {
    when: _,
    prefill: _prefill,
    prefillWhen: _prefillWhen,
    prefillOr: _or,
    optional: _optional,
    ...rest
  } = field;
  return { ...rest, hint: asWritten(reason) } as FieldDefinition;
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
