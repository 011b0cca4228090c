import {
  type Answers,
  type FieldDefinition,
  type FieldError,
  errorSentence,
  innerFields,
  inputsOf,
  type PageDefinition,
  visibleAnswers,
} from '#lib/forms';
import type { Language } from '#lib/platform';
import type { FieldView } from './fields/field-view.js';
import { FormFields } from './fields/form-fields.js';
import type { OpenDraft } from './open-draft.js';
import { itemAddress, type ReturnTo } from './page-address.js';
import { inputsShown } from './page-state.js';

/** As much of a draft as it takes to draw a page of it. */
export interface DrawnDraft extends Pick<OpenDraft, 'form' | 'content'> {
  draft: Pick<OpenDraft['draft'], 'id' | 'sources'>;
}

interface PageFieldsProps {
  opened: DrawnDraft;
  page: PageDefinition;
  /** Those that are asked now. */
  fields: FieldDefinition[];
  errors: FieldError[];
  language: Language;
  returnTo?: ReturnTo;
}

/** The questions of a page but for its papers, each under the choice it depends on. */
export function PageFields({ opened, page, fields, errors, language, returnTo = 'next' }: PageFieldsProps) {
  const { form, content, draft } = opened;
  const answers: Answers = visibleAnswers(form, content.answers);
  const shown = inputsShown(page, content);
  const viewOf = (field: FieldDefinition): FieldView => {
    const own = errors.filter((wrong) => wrong.field === field.id);
    const error = own.find(({ item }) => !item);
    const words = (wrong: FieldError) => ({ text: errorSentence(language, form, wrong), part: wrong.part });
    return {
      form,
      field,
      language,
      shown,
      answers,
      error: error && words(error),
      itemErrors: own.flatMap((wrong) => (wrong.item ? [{ ...wrong.item, ...words(wrong) }] : [])),
      itemsAt: (number, act) => itemAddress(draft.id, page.id, number, returnTo, act),
      known: draft.sources[field.id]?.kept === true && content.answers[field.id] !== undefined,
    };
  };
  return <FormFields page={page} fields={fields} viewOf={viewOf} />;
}

/** Where the error summary leads: the first box of a field, or the one that is wrong; of an item, on its own page. */
export function errorLinks(
  opened: DrawnDraft,
  page: PageDefinition,
  errors: FieldError[],
  language: Language,
  returnTo: ReturnTo = 'next',
) {
  return errors.map((error) => {
    const field = page.fields.find(({ id }) => id === error.field);
    const text = errorSentence(language, opened.form, error);
    const { item, part } = error;
    const asked = item ? (field ? innerFields(field) : []).find(({ id }) => id === item.field) : field;
    const box = asked && boxOf(asked, part);
    if (!item || !asked) return { text, href: `#${box ?? error.field}` };
    if (field?.type === 'table') return { text, href: `#${field.id}-${item.index}-${box}` };
    const at = itemAddress(opened.draft.id, page.id, item.index + 1, returnTo);
    return { text, href: `${at}${at.includes('?') ? '&' : '?'}checked=1#${box}` };
  });
}

function boxOf(field: FieldDefinition, part: string | undefined): string {
  return part ? `${field.id}-${part}` : (inputsOf(field)[0] ?? field.id);
}
