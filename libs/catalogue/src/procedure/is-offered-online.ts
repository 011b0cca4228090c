import { responsibleFor } from '../definition/responsible-for.js';
import type { Flag, ProcedureFacts } from '../import/procedure-facts.js';
import { isAnotherProcedure } from './is-another-procedure.js';

/** Whether a procedure can be applied for here: it has that channel, its page is its own, an agency we know gets it. */
export function isOfferedOnline({
  facts,
  flags,
}: {
  facts: ProcedureFacts;
  flags: Pick<Flag, 'code'>[];
}): boolean {
  return hasOnlineChannel(facts) && !isAnotherProcedure(flags) && responsibleFor(facts) !== undefined;
}

export function hasOnlineChannel({ channels }: Pick<ProcedureFacts, 'channels'>): boolean {
  return channels.some(({ kind }) => kind === 'online');
}
