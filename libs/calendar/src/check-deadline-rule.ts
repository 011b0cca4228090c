import { type DeadlineRule, termOf } from './deadline-rule.js';

/** What is wrong with a rule, and where in it. */
export interface DeadlineFinding {
  path: string;
  code: DeadlineFindingCode;
}

export type DeadlineFindingCode =
  | 'term-not-one'
  | 'term-not-countable'
  | 'unknown-filed-after-15h'
  | 'unknown-on-supplement'
  | 'saturdays-without-hours'
  | 'extension-not-countable';

const terms = ['workingDays', 'calendarDays', 'workingHours', 'months'] as const;

/** Checks a rule that somebody wrote, before a deadline is counted by it. It may be anything. */
export function checkDeadlineRule(written: unknown): DeadlineFinding[] {
  const rule = (written ?? {}) as Partial<Record<string, unknown>>;
  const [term, ...more] = terms.filter((each) => rule[each] !== undefined);
  if (!term || more.length > 0) return [{ path: 'term', code: 'term-not-one' }];
  const { filedAfter15h, onSupplement, openSaturdays, extension } = rule;
  const findings: DeadlineFinding[] = [];
  const demand = (right: boolean, path: string, code: DeadlineFindingCode) =>
    right || findings.push({ path, code });
  demand(isCountable(rule as unknown as DeadlineRule), term, 'term-not-countable');
  demand(
    filedAfter15h === undefined || filedAfter15h === 'next-working-day',
    'filedAfter15h',
    'unknown-filed-after-15h',
  );
  demand(onSupplement === 'restart' || onSupplement === 'suspend', 'onSupplement', 'unknown-on-supplement');
  demand(
    openSaturdays === undefined || (openSaturdays === 'count' && term === 'workingHours'),
    'openSaturdays',
    'saturdays-without-hours',
  );
  demand(
    extension === undefined || extension === 'never' || isLength(extension),
    'extension',
    'extension-not-countable',
  );
  return findings;
}

function isCountable(rule: DeadlineRule): boolean {
  try {
    termOf(rule);
    return true;
  } catch {
    return false;
  }
}

function isLength(extension: unknown): boolean {
  const { atMost } = (extension ?? {}) as { atMost?: unknown };
  return Number.isInteger(atMost) && Number(atMost) >= 1 && Number(atMost) <= 1000;
}
