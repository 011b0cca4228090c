import type { CaseFile } from '../../case-file/read-case.js';
import { type FormSection, sectionsOf } from '../../case-file/sections-of.js';
import { namesApplicant } from '../../draft/fixed-fields.js';

/**
 * What can be asked for of what was answered: all but who the applicant is as the population register says. Where that
 * is wrong the register is mended, not the application.
 */
export function askableSections({ answers, revision, sources }: CaseFile): FormSection[] {
  return sectionsOf(revision.definition.form, answers)
    .map((section) => ({
      ...section,
      fields: section.fields.filter((field) => !(namesApplicant(field) && sources?.[field.id]?.unchanged)),
    }))
    .filter(({ fields }) => fields.length > 0);
}
