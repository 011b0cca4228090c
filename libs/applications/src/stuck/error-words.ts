import { isDatabaseAway } from '#lib/platform';

/** Why a job failed, as far as that is for an administrator: what to do about it differs. */
export type FailureCause = 'database' | 'busy' | 'away' | 'refused' | 'missing' | 'unexpected';

const causes: [FailureCause, RegExp][] = [
  ['busy', /deadlock|lock timeout|statement timeout|could not serialize/i],
  ['away', /fetch failed|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|socket|greeting|timed? ?out|aborted|breaker/i],
  ['refused', /\b[45]\d\d\b|rejected|refused|mailbox|recipient/i],
  ['missing', /nothing carries out|no task|is missing|could not find/i],
];

/**
 * Sorts the message of an error. The message itself stays with the engineers: nobody can promise that what a foreign
 * system or a library says names nobody.
 */
export function causeOf(message: string): FailureCause {
  if (isDatabaseAway(new Error(message))) return 'database';
  return causes.find(([, words]) => words.test(message))?.[0] ?? 'unexpected';
}
