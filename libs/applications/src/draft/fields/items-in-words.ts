import { displayItems, type ItemInWords, itemsOf } from '#lib/forms';
import { placeNames } from '../form-context.js';
import type { FieldView } from './field-view.js';

/** The items answered so far, in words. */
export function itemsInWords({ form, field, language, answers }: FieldView): ItemInWords[] {
  if (field.type !== 'repeat' && field.type !== 'table') return [];
  return displayItems(language, form, field, itemsOf(answers, field), placeNames(language));
}
