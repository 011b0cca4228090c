import { type Answers, answerOf } from '../answer.js';
import { cleanCode, type Typed } from '../clean.js';
import type { FieldBase, JsonSchema, Part, Problem } from '../field-type.js';

/** The boxes in the order they are written in Việt Nam. */
export const dateParts = ['day', 'month', 'year'] as const satisfies Part[];

export interface DateLimits {
  /** The last and the first date allowed: 'today' (the legal date), a fixed date, or the id of a date field before. */
  notAfter?: string;
  notBefore?: string;
  /** Of a date of birth: how old one must be at least, and must not be yet, in whole years on the day of filing. */
  ageAtLeast?: number;
  ageBelow?: number;
}

const limitSetting: JsonSchema = { type: 'string', minLength: 1 };
const ageSetting: JsonSchema = { type: 'integer', minimum: 1, maximum: 150 };
export const limitSettings: Record<string, JsonSchema> = {
  notAfter: limitSetting,
  notBefore: limitSetting,
  ageAtLeast: ageSetting,
  ageBelow: ageSetting,
};

const isoDate = /^\d{4}-\d{2}-\d{2}$/u;
/** Whether something that was written is a day of the calendar, YYYY-MM-DD. */
export function isRealDate(written: unknown): boolean {
  if (typeof written !== 'string' || !isoDate.test(written)) return false;
  return new Date(`${written}T00:00Z`).toJSON()?.startsWith(written) === true;
}

/** Part of the schema of every date: years people deal with. */
export const yearPattern = '^(?:18|19|20|21)[0-9]{2}(?:-|$)';

/**
 * The boxes as one string, year first, each part as it was typed where it is no number: '2026-13-18', '2026--18'.
 * So what cannot be a date is kept in the draft and the error can name the box.
 */
export function readDate(typed: Typed, field: FieldBase): string | undefined {
  const [day, month, year] = dateParts.map((part) => {
    const digits = cleanCode(typed[`${field.id}-${part}`], /\s+/gu).replace(/\D/gu, '?').slice(0, 10);
    return part !== 'year' && /^\d$/u.test(digits) ? `0${digits}` : digits;
  });
  const date = `${year}-${month}-${day}`;
  return date === '--' ? undefined : date;
}

export function writeDate(answer: string, field: FieldBase): Typed {
  const [year = '', month = '', ...rest] = answer.split('-');
  const day = rest.join('-');
  return {
    [`${field.id}-day`]: day.replace(/^0(?=\d$)/u, ''),
    [`${field.id}-month`]: month.replace(/^0(?=\d$)/u, ''),
    [`${field.id}-year`]: year,
  };
}

/** What is wrong with a date that failed its schema: the box that is empty, else the first that cannot be. */
export function explainDate(answer: string, needed: readonly Part[]): Problem {
  const [year = '', month = '', day = ''] = answer.split('-');
  const typed: Partial<Record<Part, string>> = { day, month, year };
  const empty = dateParts.find((part) => needed.includes(part) && typed[part] === '');
  if (empty) return { code: 'date-part-missing', part: empty };
  if (day !== '' && !isBetween(day, 1, 31)) return { code: 'date-day', part: 'day' };
  if (month !== '' && !isBetween(month, 1, 12)) return { code: 'date-month', part: 'month' };
  if (!/^\d{4}$/u.test(year)) return { code: 'date-year', part: 'year' };
  if (!new RegExp(yearPattern, 'u').test(year))
    return { code: 'date-year-wrong', part: 'year', facts: { year: Number(year) } };
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { code: 'date-not-real', part: 'day', facts: { month: Number(month), year: Number(year), days } };
}

/** Compares as far as both dates are known: the year 1998 is not after 1998-05-01. */
export function checkLimits(
  answer: string,
  field: DateLimits,
  today: string,
  answers: Answers,
): Problem | undefined {
  const latest = resolve(field.notAfter, today, answers);
  if (latest && answer > latest.date) return beyond('after', answer, latest);
  const earliest = resolve(field.notBefore, today, answers);
  if (earliest && answer < earliest.date.slice(0, answer.length)) return beyond('before', answer, earliest);
  return checkAge(answer, field, today);
}

/** Who was born today so many years ago is that old today; of 29 February, on 1 March where there is none. */
function checkAge(answer: string, { ageAtLeast, ageBelow }: DateLimits, today: string): Problem | undefined {
  const youngest = ageAtLeast && yearsBefore(today, ageAtLeast);
  if (youngest && answer > youngest)
    return {
      code: 'age-too-low',
      part: firstDifference(answer, youngest),
      facts: { age: String(ageAtLeast), date: youngest },
    };
  const oldest = ageBelow && yearsBefore(today, ageBelow);
  if (oldest && isOnOrBefore(answer, oldest))
    return {
      code: 'age-too-high',
      part: firstDifference(answer, oldest),
      facts: { age: String(ageBelow), date: oldest },
    };
  return undefined;
}

function yearsBefore(today: string, years: number): string {
  return `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
}

/** A month or year of which part lies behind a day is not taken for before it. */
function isOnOrBefore(answer: string, date: string): boolean {
  const known = date.slice(0, answer.length);
  return answer.length < date.length ? answer < known : answer <= known;
}

type Limit = { date: string; kind: 'today' | 'date' | 'field'; field?: string };

/** Undefined if there is no limit, or it is a field that holds no date yet. */
function resolve(limit: string | undefined, today: string, answers: Answers): Limit | undefined {
  if (limit === undefined) return undefined;
  if (limit === 'today') return { date: today, kind: 'today' };
  if (isoDate.test(limit)) return { date: limit, kind: 'date' };
  const date = answerOf(answers, limit);
  return typeof date === 'string' && isoDate.test(date) ? { date, kind: 'field', field: limit } : undefined;
}

function beyond(side: 'after' | 'before', answer: string, limit: Limit): Problem {
  const facts = limit.field ? { date: limit.date, field: limit.field } : { date: limit.date };
  return { code: `date-${side}-${limit.kind}`, part: firstDifference(answer, limit.date), facts };
}

function firstDifference(one: string, other: string): Part {
  const others = other.split('-');
  const at = one.split('-').findIndex((part, index) => part !== others[index]);
  return (['year', 'month', 'day'] as const)[at] ?? 'day';
}

function isBetween(digits: string, least: number, most: number): boolean {
  return /^\d{1,2}$/u.test(digits) && Number(digits) >= least && Number(digits) <= most;
}
