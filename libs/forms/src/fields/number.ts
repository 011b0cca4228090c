import { type Localised, say } from '#lib/platform';
import { isNumber } from '../answer.js';
import { cleanLine } from '../clean.js';
import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';

/** A number, whole if `decimals` does not say otherwise. `unit` is shown beside it. */
export interface NumberField extends FieldBase {
  type: 'number';
  min?: number;
  max?: number;
  /** Digits after the point, at most. */
  decimals?: 1 | 2;
  unit?: Localised;
}

/** Larger than any limit and still exact: what is typed beyond it is refused as too big, never rounded. */
const beyondAll = 1e15;

export const number: FieldType<NumberField, number> = {
  settings: {
    min: { type: 'integer' },
    max: { type: 'integer', exclusiveMaximum: beyondAll },
    decimals: { enum: [1, 2] },
    unit: { $ref: '#/$defs/localised' },
  },
  missing: 'enter',
  holds: isNumber,
  read: (typed, field) => {
    const line = cleanLine(typed[field.id]);
    return (field.decimals && readDecimal(line, field.decimals)) ?? readWhole(line);
  },
  write: (answer, field) => ({ [field.id]: String(answer) }),
  schema: (field) => ({
    ...(field.decimals ? { type: 'number', multipleOf: 10 ** -field.decimals } : { type: 'integer' }),
    minimum: field.min ?? 0,
    maximum: field.max ?? (field.decimals ? 1e12 : beyondAll - 1),
  }),
  explain: byKeyword({
    type: 'number',
    multipleOf: 'number',
    minimum: 'number-too-small',
    maximum: 'number-too-big',
  }),
  display: (answer, field, { language }) =>
    // 2026 is as likely a year as an amount, and four digits read well without a group.
    [
      new Intl.NumberFormat(language, { useGrouping: 'min2' }).format(answer),
      field.unit ? say(field.unit, language) : '',
    ]
      .join(' ')
      .trim(),
};

/** Digits, grouped in threes or not by dots, commas or spaces: 1500, 1.500, 1 500. Anything else stays a text. */
export function readWhole(line: string): number | string | undefined {
  const digits = line.normalize('NFKC').replace(/^−/u, '-');
  if (digits === '') return undefined;
  if (!/^-?(?:\d+|\d{1,3}(?:[., ]\d{3})+)$/u.test(digits)) return line;
  const value = Number(digits.replace(/[., ]/gu, ''));
  // Adding zero makes 0 of -0, which is written differently.
  return Math.max(-beyondAll, Math.min(beyondAll, value)) + 0;
}

/** 120,5 or 1.200,5: what follows the last point or comma is a fraction if it is no group of three. */
function readDecimal(line: string, decimals: number): number | undefined {
  const [, whole = '', fraction] =
    new RegExp(`^(.+)[.,](\\d{1,${decimals}})$`, 'u').exec(line.normalize('NFKC')) ?? [];
  const value = fraction === undefined ? undefined : readWhole(whole);
  return typeof value === 'number'
    ? Number(`${/^[-−]/u.test(whole) ? '-' : ''}${Math.abs(value)}.${fraction}`) + 0
    : undefined;
}
