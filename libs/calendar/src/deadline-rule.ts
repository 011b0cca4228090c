type Term =
  | { workingDays: number }
  | { calendarDays: number }
  | { workingHours: number }
  | { months: number };

/**
 * How long an agency has. Days and months are whole numbers; `workingDays: 0` means within the day itself.
 * Hours may be a fraction. `filedAfter15h` passes what arrives at or after 15:00, or on a day off, to the next
 * working day (Decree 61/2018, art 18). `onSupplement` says what asking for more papers does to the clock:
 * `restart` counts anew once the papers are complete (Decree 61/2018, art 19(4)), `suspend` keeps what was left.
 * `openSaturdays`, only of terms in working hours, counts the hours of a Saturday on which the agency opens.
 * `extension` is what the law of the procedure says about putting the deadline off, which is done once and with a
 * reason: by at most so many units of the term, or never. Where it says nothing, see `longestExtension`.
 */
export type DeadlineRule = Term & {
  filedAfter15h?: 'next-working-day';
  openSaturdays?: 'count';
  extension?: { atMost: number } | 'never';
  onSupplement: 'restart' | 'suspend';
};

export type TermUnit = 'working-days' | 'calendar-days' | 'working-hours' | 'months';

/** The length and unit of a rule. A length nobody can count is a fault: publication checks keep it out. */
export function termOf(rule: DeadlineRule): { unit: TermUnit; length: number } {
  const term = read(rule);
  const { unit, length } = term;
  const countable =
    unit === 'working-hours'
      ? Number.isFinite(length) && length > 0
      : Number.isInteger(length) && length >= (unit === 'months' ? 1 : 0);
  if (!countable || length > 10_000) throw new RangeError(`a term of ${length} ${unit} cannot be counted`);
  return term;
}

/**
 * By how many units of its term a deadline may be put off at most; 0 where it may not. ASSUMPTION: a procedure that says
 * nothing may be put off by its own length, at least one unit; the laws that name a limit stay within that.
 */
export function longestExtension(rule: DeadlineRule): number {
  if (rule.extension === 'never') return 0;
  return rule.extension?.atMost ?? Math.max(1, Math.ceil(termOf(rule).length));
}

function read(rule: DeadlineRule): { unit: TermUnit; length: number } {
  if ('workingDays' in rule) return { unit: 'working-days', length: rule.workingDays };
  if ('calendarDays' in rule) return { unit: 'calendar-days', length: rule.calendarDays };
  if ('workingHours' in rule) return { unit: 'working-hours', length: rule.workingHours };
  return { unit: 'months', length: rule.months };
}
