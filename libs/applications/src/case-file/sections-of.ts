import {
  type Answers,
  type FieldDefinition,
  type FormDefinition,
  visibleFields,
  visiblePages,
} from '#lib/forms';
import type { Localised } from '#lib/platform';

/** Neighbouring pages of a form under one heading: officers read a topic, not a question at a time. */
export interface FormSection {
  /** Id of its first page. */
  id: string;
  title: Localised;
  fields: FieldDefinition[];
}

export function sectionsOf(form: FormDefinition, answers: Answers): FormSection[] {
  const sections: FormSection[] = [];
  for (const page of visiblePages(form, answers)) {
    const fields = visibleFields(page, answers);
    const open = sections.at(-1);
    if (open && page.section && open.title.vi === page.section.vi) open.fields.push(...fields);
    else sections.push({ id: page.id, title: page.section ?? page.title, fields });
  }
  return sections;
}
