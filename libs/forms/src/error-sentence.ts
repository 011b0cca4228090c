import { type Language, say } from '#lib/platform';
import type { FieldError } from './check-answers.js';
import { type FormDefinition, fieldOf, fieldsOf } from './definition.js';
import type { FieldDefinition } from './field-types.js';
import { showDate } from './fields/date.js';
import { isItemsField } from './items.js';
import { texts } from './texts.js';

/**
 * A full sentence that says how to mend an error, naming the field by its label: inside a sentence as `{{label}}`
 * with a small first letter, at its beginning as `{{Label}}`; a box of a date as `{{part}}` and `{{Part}}`.
 */
export function errorSentence(language: Language, form: FormDefinition, error: FieldError): string {
  const field = fieldOf(form, error.field);
  if (!error.item || !field || !isItemsField(field)) return sentence(language, fieldsOf(form), error);
  const fields = [...field.fields, ...fieldsOf(form)];
  return texts(language)('in-item', {
    item: texts(language)('item', { item: say(field.item, language), number: error.item.index + 1 }),
    sentence: startSmall(sentence(language, fields, { ...error, field: error.item.field })),
  });
}

function sentence(language: Language, fields: FieldDefinition[], error: FieldError): string {
  const label = labelOf(language, fields, error.field);
  const part = partOf(language, label, error);
  const { limit, date, field, ...facts } = error.facts;
  const other = field === undefined ? '' : labelOf(language, fields, String(field));
  return texts(language)(error.code, {
    item: itemOf(language, fields, error.field),
    ...facts,
    Label: label,
    label: startSmall(label),
    Part: part,
    part: startSmall(part),
    limit: typeof limit === 'number' ? new Intl.NumberFormat(language).format(limit) : limit,
    date: date === undefined ? '' : showDate(String(date)),
    Other: other,
    other: startSmall(other),
  });
}

function labelOf(language: Language, fields: FieldDefinition[], id: string): string {
  const field = fields.find((each) => each.id === id);
  return field ? say(field.label, language) : id;
}

function itemOf(language: Language, fields: FieldDefinition[], id: string): string {
  const field = fields.find((each) => each.id === id);
  return field && isItemsField(field) ? startSmall(say(field.item, language)) : '';
}

const dateWords: Record<Language, RegExp> = {
  vi: /ngày(?:, tháng, năm)?/iu,
  en: /\bdate\b/iu,
  fr: /\bdate\b/iu,
};

/** The month of "Ngày sinh của trẻ" is "Tháng sinh của trẻ": the word for the date in the label makes way. */
function partOf(language: Language, label: string, { part }: FieldError): string {
  if (part !== 'day' && part !== 'month' && part !== 'year') return label;
  const t = texts(language);
  const word = t(`word-${part}`);
  const dateWord = dateWords[language];
  const match = dateWord.exec(label);
  if (!match) return t('part-of', { word, Label: label });
  return label.replace(dateWord, match.index === 0 ? word : startSmall(word));
}

/** An abbreviation at the beginning keeps its capitals. */
function startSmall(text: string): string {
  const [first = '', second = ''] = text;
  return second !== '' && second === second.toUpperCase() && /\p{L}/u.test(second)
    ? text
    : first.toLowerCase() + text.slice(first.length);
}
