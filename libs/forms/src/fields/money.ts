import { cleanLine } from '../clean.js';
import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';
import { number, readWhole } from './number.js';

/** An amount in whole đồng. */
export interface MoneyField extends FieldBase {
  type: 'money';
  min?: number;
  max?: number;
}

const currency = /\s*(?:₫|đồng|vnđ|vnd|đ)$/iu;

const { unit: _unit, ...settings } = number.settings;

export const money: FieldType<MoneyField, number> = {
  settings,
  missing: 'enter',
  holds: number.holds,
  read: (typed, field) => readWhole(cleanLine(typed[field.id]).replace(currency, '')),
  write: (answer, field) => ({ [field.id]: String(answer) }),
  schema: (field) => number.schema({ ...field, type: 'number' }, {}),
  explain: byKeyword({ type: 'money', minimum: 'number-too-small', maximum: 'number-too-big' }),
  display: (answer, _field, { language }) => showDong(answer, language),
};

/** 8.000 ₫ in Vietnamese, ₫8,000 in English, 8 000 ₫ in French. */
function showDong(amount: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'VND' }).format(amount);
}
