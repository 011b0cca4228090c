import type { Flag, ProcedureFacts } from '../import/procedure-facts.js';
import { isAnotherProcedure } from './is-another-procedure.js';

/** Whether a procedure can be applied for here: it has that channel, and what was collected is its own page. */
export function isOfferedOnline({
  facts,
  flags,
}: {
  facts: Pick<ProcedureFacts, 'channels'>;
  flags: Pick<Flag, 'code'>[];
}): boolean {
  return facts.channels.some(({ kind }) => kind === 'online') && !isAnotherProcedure(flags);
}
