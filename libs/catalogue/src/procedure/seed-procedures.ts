import type { Tx } from '#lib/platform';
import { readShippedFacts } from '../import/shipped-facts.js';
import { analyseProcedures } from './analyse-procedures.js';
import { countTerms } from './count-terms.js';
import { definedProcedures } from './defined-procedures.js';
import { type ProcedureRow, storeProcedures } from './store-procedures.js';

/**
 * Puts the shipped table of facts into a database that has no procedures yet, and into any what the product has a
 * definition for and the national catalogue does not name.
 */
export async function seedProcedures(tx: Tx, now: Date): Promise<void> {
  const [{ exists }] = await tx.query('SELECT EXISTS (SELECT 1 FROM catalogue.procedure)');
  const rows: ProcedureRow[] = exists ? [] : await shippedRows();
  await storeProcedures(tx, rows, now);
  const defined = await definedProcedures(tx);
  await storeProcedures(tx, defined, now);
  if (rows.length + defined.length === 0) return;
  await countTerms(tx);
  await analyseProcedures(tx);
}

async function shippedRows(): Promise<ProcedureRow[]> {
  const rows: ProcedureRow[] = [];
  for await (const { flags, ...facts } of readShippedFacts())
    rows.push({ facts, flags: flags.map((code) => ({ code })) });
  return rows;
}
