import { Refusal, type Tx } from '#lib/platform';
import { procedureCode } from './procedure-code.js';
import { Procedure } from './procedure.entity.js';

/** The procedure with this code. Refuses a code that nobody knows, or that is none (`procedure-not-found`, 404). */
export async function findProcedure(tx: Tx, code: string): Promise<Procedure> {
  const found = await knownProcedure(tx, code);
  if (!found) throw new Refusal('procedure-not-found', 404);
  return found;
}

/** The same; undefined for a code that nobody knows, or that is none. */
export async function knownProcedure(tx: Tx, code: string): Promise<Procedure | undefined> {
  if (!procedureCode.test(code)) return undefined;
  return (await tx.getRepository(Procedure).findOneBy({ code })) ?? undefined;
}
