import { type Condition, fieldOf, type FormDefinition } from '#lib/forms';
import { type Language, say } from '#lib/platform';
import { texts } from './texts.js';

/** A condition in the words of the form: “Quan hệ của người yêu cầu với trẻ” là “Người được ủy quyền”. */
export function conditionWords(language: Language, form: FormDefinition, condition: Condition): string {
  const t = texts(language);
  const each = (parts: Condition[], key: 'and' | 'or') =>
    parts.map((part) => conditionWords(language, form, part)).join(` ${t(key)} `);
  if ('all' in condition) return each(condition.all, 'and');
  if ('any' in condition) return each(condition.any, 'or');
  if ('not' in condition) return t('not', { condition: conditionWords(language, form, condition.not) });
  if ('answered' in condition)
    return t('answered', { question: labelOf(language, form, condition.answered) });
  if ('atLeast' in condition) {
    const [id, count] = condition.atLeast;
    return t('at-least', { question: labelOf(language, form, id), count });
  }
  const [id, values] = 'eq' in condition ? [condition.eq[0], [condition.eq[1]]] : condition.in;
  const answer = values.map((value) => t('quote', { text: answerWords(language, form, id, value) }));
  return t('is', { question: labelOf(language, form, id), answer: answer.join(` ${t('or')} `) });
}

/** What a field asks for, in the words of the form. */
export function labelOf(language: Language, form: FormDefinition, id: string): string {
  const label = fieldOf(form, id)?.label;
  return label ? say(label, language) : id;
}

function answerWords(language: Language, form: FormDefinition, id: string, value: unknown): string {
  if (typeof value === 'boolean') return texts(language)(value ? 'yes' : 'no');
  const field = fieldOf(form, id);
  const list = field && 'list' in field ? form.lists?.[field.list] : undefined;
  const label = list?.find((item) => item.value === value)?.label;
  return label ? say(label, language) : String(value);
}
