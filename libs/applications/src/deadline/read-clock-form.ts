import { type DeadlineRule, longestExtension, termOf, vietnamCalendar } from '#lib/calendar';
import { legalDate } from '#lib/platform';
import { textIn } from '#lib/web';
import { longestText } from '../desk-act/needs/need-part.js';
import { dayIn } from './day-in.js';
import type { DeadlineTextKey } from './texts.js';

/** What is wrong with what was typed: which input, and the words that say how to mend it. */
export interface ClockFormError {
  id: string;
  code: DeadlineTextKey;
  facts?: Record<string, unknown>;
}

export interface ReadForm<Value> {
  value: Value | undefined;
  errors: ClockFormError[];
}

/** Reads by how many units the deadline is put off, and why. */
export function readExtension(body: unknown, rule: DeadlineRule): ReadForm<{ by: number; reason: string }> {
  const by = Number(textIn(body, 'by'));
  const most = longestExtension(rule);
  const whole = termOf(rule).unit === 'working-hours' || Number.isInteger(by);
  const errors = readReason(body);
  if (!(by > 0 && by <= most && whole)) errors.unshift({ id: 'by', code: 'by-wrong' });
  return { value: errors.length === 0 ? { by, reason: textIn(body, 'reason') } : undefined, errors };
}

const longestPromiseDays = 366;

/** Reads the date that is promised: a working day after the deadline, within a year. It is promised till the office closes. */
export function readApology(body: unknown, dueAt: Date): ReadForm<{ promisedOn: string; reason: string }> {
  const promisedOn = dayIn(body, 'promised');
  const errors = readReason(body);
  const wrong = promisedOn === undefined ? 'promise-unreadable' : promiseError(promisedOn, dueAt);
  if (wrong) errors.unshift({ id: 'promised-day', code: wrong });
  const value =
    errors.length === 0 && promisedOn ? { promisedOn, reason: textIn(body, 'reason') } : undefined;
  return { value, errors };
}

function promiseError(promisedOn: string, dueAt: Date): DeadlineTextKey | undefined {
  if (promisedOn <= legalDate(dueAt)) return 'promise-not-later';
  if (Date.parse(promisedOn) - dueAt.getTime() > longestPromiseDays * 86_400_000) return 'promise-too-far';
  return vietnamCalendar.dayOff(promisedOn) ? 'promise-on-day-off' : undefined;
}

function readReason(body: unknown): ClockFormError[] {
  const reason = textIn(body, 'reason');
  if (reason === '') return [{ id: 'reason', code: 'reason-missing' }];
  if (reason.length > longestText)
    return [{ id: 'reason', code: 'reason-too-long', facts: { longest: longestText } }];
  return [];
}
