import { Refusal, type Tx } from '#lib/platform';
import { Procedure } from './procedure.entity.js';

/** The procedure with this code. Refuses a code that nobody knows, or that is none (`procedure-not-found`, 404). */
export async function findProcedure(tx: Tx, code: string): Promise<Procedure> {
  // What is not of this form (a NUL, which PostgreSQL cannot even be asked for) is not looked for.
  const found = /^[\w.-]{1,60}$/.test(code) ? await tx.getRepository(Procedure).findOneBy({ code }) : null;
  if (!found) throw new Refusal('procedure-not-found', 404);
  return found;
}
