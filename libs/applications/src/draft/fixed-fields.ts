import { checkPage, type FieldDefinition, type PageDefinition } from '#lib/forms';
import type { Platform } from '#lib/platform';
import { formContext } from './form-context.js';
import type { OpenDraft } from './open-draft.js';

/** What of a person the identification settles, and of an organisation its account. */
const identifying = [
  'person.name',
  'person.idNumber',
  'person.birthDate',
  'organisation.represented',
  'organisation.name',
  'organisation.taxCode',
];

/** Whether a field is there to say who the applicant is. */
export function namesApplicant({ prefill = '', prefillWhen }: FieldDefinition): boolean {
  return !prefillWhen && identifying.includes(prefill);
}

/** Whether a field says who the applicant is, in the words of a register. */
export function isIdentity({ draft, content }: OpenDraft, field: FieldDefinition): boolean {
  const { id } = field;
  return namesApplicant(field) && content.answers[id] !== undefined && draft.sources[id]?.kept === true;
}

/**
 * The fields of a page that say who the applicant is and hold what a register says of them: the
 * applicant was identified by these, so a form does not change them. What the form would not accept stays open.
 */
export function fixedFields(platform: Platform, opened: OpenDraft, page: PageDefinition): FieldDefinition[] {
  const identity = page.fields.filter((field) => isIdentity(opened, field));
  if (identity.length === 0) return [];
  const errors = checkPage(opened.form, page, opened.content.answers, formContext(platform));
  return identity.filter(({ id }) => !errors.some(({ field }) => field === id));
}
