import type { Flag } from '../import/procedure-facts.js';

/** Whether the page that was collected is of another procedure: then nothing read from it holds for this code. */
export function isAnotherProcedure(flags: Pick<Flag, 'code'>[]): boolean {
  return flags.some(({ code }) => code === 'page-is-another-procedure');
}
