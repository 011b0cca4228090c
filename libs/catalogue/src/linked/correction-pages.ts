import {
  askedAgain,
  type FieldDefinition,
  fieldOf,
  type FormDefinition,
  type PageDefinition,
} from '#lib/forms';
import { inEveryLanguage, type Localised } from '#lib/platform';
import type { ServiceDefinition } from '../definition/service-definition.js';

/** The field in which an applicant ticks the entries of a result that are wrong. */
export const wrongEntries = 'wrongEntries';

/** The entries of a result, each by the question it was answered to: what a correction can change. */
export function correctableFields({ form, result }: ServiceDefinition): FieldDefinition[] {
  const rows = result.template?.sections.flatMap((section) => section.rows) ?? [];
  const ids = new Set(rows.flatMap((row) => ('field' in row ? [row.field] : [])));
  return [...ids].flatMap((id) => {
    const field = fieldOf(form, id);
    return field && field.type !== 'file' ? [field] : [];
  });
}

/**
 * Which entries are wrong, and for each of those ticked its question again; none for a result without entries. What
 * stood before a question in its own form, a condition or a register, does not stand before it here.
 */
export function correctionPages(about: ServiceDefinition): FormDefinition {
  const fields = correctableFields(about);
  if (fields.length === 0) return { pages: [] };
  const asked = fields.map((field, index): PageDefinition => {
    const when = { eq: [wrongEntries, field.id] as [string, unknown] };
    return { id: `right-${index + 1}`, title: rightly, when, fields: [plain(field, fields)] };
  });
  return {
    pages: [ticking, ...asked],
    lists: {
      ...unconditional(about.form.lists),
      [wrongEntries]: fields.map(({ id, label }) => ({ value: id, label: capital(label) })),
    },
  };
}

const rightly: Localised = { vi: 'Thông tin đúng', en: 'How it should read', fr: 'Ce qu’il faut lire' };

const ticking: PageDefinition = {
  id: 'entries',
  title: {
    vi: 'Mục nào trong kết quả bị sai?',
    en: 'Which entries of the result are wrong?',
    fr: 'Quelles mentions du résultat sont fausses ?',
  },
  fields: [
    {
      id: wrongEntries,
      type: 'checkboxes',
      list: wrongEntries,
      optional: true,
      label: { vi: 'các mục bị sai', en: 'wrong entries', fr: 'mentions fausses' },
    },
  ],
};

/** Every choice of its own form, whatever offered it there. */
function unconditional(lists: FormDefinition['lists'] = {}): FormDefinition['lists'] {
  return Object.fromEntries(
    Object.entries(lists).map(([list, items]) => [list, items.map(({ when: _, ...item }) => item)]),
  );
}

/** A limit that looks at a question not asked here is none. */
function plain(field: FieldDefinition, others: FieldDefinition[]): FieldDefinition {
  const before = others.slice(0, others.indexOf(field)).map(({ id }) => id);
  const stands = (limit: unknown) =>
    limit === 'today' || /^\d/.test(String(limit)) || before.includes(String(limit));
  const kept = Object.entries(askedAgain(field)).filter(
    ([key, value]) => !['notAfter', 'notBefore'].includes(key) || stands(value),
  );
  return Object.fromEntries(kept) as unknown as FieldDefinition;
}

function capital(label: Localised): Localised {
  return inEveryLanguage((language) => label[language].charAt(0).toUpperCase() + label[language].slice(1));
}
