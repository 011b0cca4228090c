import type { DeadlineRule } from '#lib/calendar';
import type { Deadline, ProcedureFacts } from '../import/procedure-facts.js';
import type { ServiceDefinition } from './service-definition.js';

/**
 * The time that holds for every case: the longest of those stated, since which case an application is cannot be told.
 * None where one of them cannot be read.
 */
export function deadlineOf(facts: ProcedureFacts): DeadlineRule | undefined {
  const rules = timesOf(facts).map(ruleOf);
  const known = rules.filter((rule) => rule !== undefined);
  return known.length === rules.length
    ? known.toSorted((a, b) => lengthInDays(b) - lengthInDays(a))[0]
    : undefined;
}

/** The times of the online channel; where it states none, those of the others. */
export function timesOf({ channels }: ProcedureFacts): Deadline[] {
  const online = channels.find(({ kind }) => kind === 'online');
  const stated = [...(online ? [online] : []), ...channels].find(({ deadlines }) => deadlines.length > 0);
  return online?.unreadDeadlines?.length ? online.deadlines : (stated?.deadlines ?? []);
}

function ruleOf({ amount, unit }: Deadline): DeadlineRule | undefined {
  const onSupplement = 'restart' as const;
  // Half a working day is four hours of work, at eight a day (Labour Code 2019, art 105).
  if (unit === 'working-day' && !Number.isInteger(amount)) return { workingHours: amount * 8, onSupplement };
  if (unit === 'working-day') return { workingDays: amount, onSupplement };
  if (unit === 'day') return { calendarDays: amount, onSupplement };
  if (unit === 'week') return { calendarDays: amount * 7, onSupplement };
  if (unit === 'working-hour' || unit === 'hour') return { workingHours: amount, onSupplement };
  if (unit === 'month') return { months: amount, onSupplement };
  if (unit === 'year') return { months: amount * 12, onSupplement };
  return undefined;
}

/** The fee of the online channel: free, or the one amount it states with the words beside it; else none is known. */
export function feeOf({ channels }: ProcedureFacts): ServiceDefinition['fee'] {
  const online = channels.find(({ kind }) => kind === 'online');
  if (online?.free) return { amountDong: 0 };
  const [fee, ...others] = online?.fees ?? [];
  if (fee?.amountDong === undefined || fee.raw || others.length > 0) return {};
  return { amountDong: fee.amountDong, ...(fee.condition && { note: { vi: fee.condition } }) };
}

function lengthInDays(rule: DeadlineRule): number {
  if ('workingDays' in rule) return rule.workingDays * 1.4;
  if ('calendarDays' in rule) return rule.calendarDays;
  if ('workingHours' in rule) return rule.workingHours / 8;
  return rule.months * 30;
}
