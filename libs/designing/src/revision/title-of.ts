import { knownProcedure, procedureCode, revisionNumbered, revisionsOf } from '#lib/catalogue';
import { Refusal, type Tx } from '#lib/platform';
import { openDraftOf } from '../draft/begin-draft.js';

/**
 * What a procedure is called: in the catalogue, else in its newest revision, which may wait for its day, else in the
 * draft of its first. Refuses a code that nobody knows (`procedure-not-found`, 404).
 */
export async function titleOf(tx: Tx, code: string): Promise<string> {
  if (!procedureCode.test(code)) throw new Refusal('procedure-not-found', 404);
  const known = await knownProcedure(tx, code);
  if (known) return known.title;
  const [newest] = await revisionsOf(tx, code);
  const revision = newest && (await revisionNumbered(tx, code, newest.number));
  const title = revision?.definition.title.vi ?? (await openDraftOf(tx, code))?.title;
  if (title === undefined) throw new Refusal('procedure-not-found', 404);
  return title;
}
