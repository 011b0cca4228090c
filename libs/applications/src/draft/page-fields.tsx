import {
  type Answers,
  type FieldDefinition,
  type FieldError,
  errorSentence,
  inputsOf,
  type PageDefinition,
  visibleAnswers,
} from '#lib/forms';
import type { Language } from '#lib/platform';
import type { FieldView } from './fields/field-view.js';
import { FormFields } from './fields/form-fields.js';
import type { OpenDraft } from './open-draft.js';
import { inputsShown } from './page-state.js';

interface PageFieldsProps {
  opened: OpenDraft;
  page: PageDefinition;
  /** Those that are asked now. */
  fields: FieldDefinition[];
  errors: FieldError[];
  language: Language;
}

/** The questions of a page but for its papers, each under the choice it depends on. */
export function PageFields({ opened, page, fields, errors, language }: PageFieldsProps) {
  const { form, content, draft } = opened;
  const answers: Answers = visibleAnswers(form, content.answers);
  const shown = inputsShown(page, content);
  const viewOf = (field: FieldDefinition): FieldView => {
    const error = errors.find((wrong) => wrong.field === field.id);
    return {
      form,
      field,
      language,
      shown,
      answers,
      error: error && { text: errorSentence(language, form, error), part: error.part },
      known: draft.sources[field.id]?.kept === true && content.answers[field.id] !== undefined,
    };
  };
  return <FormFields page={page} fields={fields} viewOf={viewOf} />;
}

/** Where the error summary leads: the first box of a field, or the one that is wrong. */
export function errorLinks(
  opened: OpenDraft,
  page: PageDefinition,
  errors: FieldError[],
  language: Language,
) {
  return errors.map((error) => {
    const field = page.fields.find(({ id }) => id === error.field);
    const input = error.part
      ? `${error.field}-${error.part}`
      : ((field && inputsOf(field)[0]) ?? error.field);
    return { text: errorSentence(language, opened.form, error), href: `#${input}` };
  });
}
